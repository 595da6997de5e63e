export const formFaultCodes = [
  'empty_form',
  'duplicate_key',
  'no_label',
  'no_options',
  'no_columns',
  'no_formula',
  'bad_limits',
  'initial_type',
  'unknown_field',
  'unknown_option',
  'wrong_type',
  'condition_cycle',
  'formula_cycle',
] as const;
export type FormFaultCode = (typeof formFaultCodes)[number];

/** What is wrong with a definition, and where. */
export interface FormFault {
  code: FormFaultCode;
  /** Keys; no field: the section itself, no section: the form. */
  path: { section: string | null; field: string | null };
  /** Where in the field. */
  part?: 'when' | 'requiredWhen' | 'initial' | 'formula';
  /** Key of a column of the table. */
  column?: string;
  /** Of a cycle its fields in order, each depending on the next; else what the condition or formula names. */
  keys?: string[];
}

/** A fault of a field whose path whoever asked puts to it. */
export type FieldFault = Omit<FormFault, 'path'>;
