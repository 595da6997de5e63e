import type { RefObject } from 'react';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';

/** What the page's tools do with the list of the open tab. */
export interface ListHandle {
  print: () => void;
  table: () => Promise<ReportTable>;
}
export type ListRef = RefObject<ListHandle | null>;
