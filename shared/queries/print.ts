import { z } from 'zod';
import type { PrintFormName } from '#shared/domain/company/print-form.ts';
import type { PrintSettings } from '#shared/domain/company/print-settings.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { query } from '#shared/queries/query.ts';

export interface PrintFormLine {
  form: PrintFormName;
  settings: PrintSettings;
  /** null: as shipped. */
  changed: { at: number; byName: string | null } | null;
}

/** All papers that the application prints, each as the company wants it. */
export const printFormList = query<PrintFormLine[]>()({
  name: 'print_form.list',
  args: z.object({}),
  entities: ['print_form', 'employee'],
});

/** The document whose label was scanned; null when it is not here. More than one would share the first digits: then it is none. */
export const documentByCode = query<{
  id: string;
  kind: DocumentKind;
  number: string | null;
  subject: string;
} | null>()({
  name: 'document.by-code',
  args: z.object({ code: z.string().regex(/^\d{26}$/) }),
  entities: ['document'],
});
