/** Both days included. */
export interface DateRange {
  from: string;
  to: string;
}

export interface FileValue {
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

export interface ChecklistEntry {
  text: string;
  done: boolean;
}

/** What stands in a field that is filled in as its definition says; a calculated one holds a number or money. */
export interface ValueByType {
  text: string;
  long_text: string;
  number: number;
  /** Kopecks. */
  money: number;
  /** `yyyy-mm-dd`. */
  date: string;
  date_range: DateRange;
  /** Id. */
  employee: string;
  /** Id. */
  counterparty: string;
  choice: string;
  choices: string[];
  flag: boolean;
  file: FileValue[];
  table: Record<string, string | number>[];
  checklist: ChecklistEntry[];
}
