/** Where in a template something stands: the part of the page, and the words around it. */
export interface TemplatePlace {
  part: 'body' | 'header' | 'footer' | 'footnote' | 'endnote' | 'comment';
  inTable: boolean;
  /** Text of the paragraph around the tag, at most 160 characters. */
  text: string;
}

/**
 * What is wrong with a template.
 * - DOCX_DAMAGED, DOCX_ENCRYPTED, DOCX_TOO_LARGE, DOCX_NOT_A_DOCUMENT: the file itself.
 * - TEMPLATE_NO_TAGS: nothing to fill; `foreign` holds tags of other programs that were seen.
 * - TEMPLATE_NOT_FILLED: the engine gave up; `reason` is for the diagnostics.
 * - TAG_BRACE_UNCLOSED, TAG_BRACE_UNOPENED: a brace without its pair in the same paragraph.
 * - TAG_EMPTY: nothing between the braces. TAG_FOREIGN: a tag of another program among ours.
 * - TAG_UNKNOWN: no such tag; `suggestions` are near ones. TAG_FILTER_UNKNOWN: the same of what stands behind `|` (`filter`).
 * - TAG_FILTER_MISFIT: the value cannot take this form (`filter`), as the genitive of a date.
 * - TAG_NEEDS_LOOP: a list used as a value. TAG_IS_GROUP: the name of a group without the field in it.
 * - TAG_LOOP_UNCLOSED, TAG_CLOSE_WITHOUT_OPEN, TAG_CLOSED_BY_OTHER (`expected`): loops and conditions.
 * - TAG_LOOP_CONTAINERS: a loop begins inside a table cell and ends outside of it. TAG_LOOP_IN_CONTROL: a loop inside a content control.
 * - TAG_LOOP_IN_REPEATED_ROW: a loop begins in a table row that another loop, closed before it, repeats.
 * - TAG_OPTIONS: the part in square brackets cannot be read.
 * - TAG_PLACE_NOT_FILLED: a tag where none is filled (footnotes, comments).
 */
export type TemplateProblemCode =
  | 'DOCX_DAMAGED'
  | 'DOCX_ENCRYPTED'
  | 'DOCX_TOO_LARGE'
  | 'DOCX_NOT_A_DOCUMENT'
  | 'TEMPLATE_NO_TAGS'
  | 'TEMPLATE_NOT_FILLED'
  | 'TAG_BRACE_UNCLOSED'
  | 'TAG_BRACE_UNOPENED'
  | 'TAG_EMPTY'
  | 'TAG_FOREIGN'
  | 'TAG_UNKNOWN'
  | 'TAG_FILTER_UNKNOWN'
  | 'TAG_FILTER_MISFIT'
  | 'TAG_NEEDS_LOOP'
  | 'TAG_IS_GROUP'
  | 'TAG_LOOP_UNCLOSED'
  | 'TAG_CLOSE_WITHOUT_OPEN'
  | 'TAG_CLOSED_BY_OTHER'
  | 'TAG_LOOP_CONTAINERS'
  | 'TAG_LOOP_IN_CONTROL'
  | 'TAG_LOOP_IN_REPEATED_ROW'
  | 'TAG_OPTIONS'
  | 'TAG_PLACE_NOT_FILLED';

export interface TemplateProblem {
  code: TemplateProblemCode;
  /** The tag as it is written, braces included. */
  tag?: string;
  place?: TemplatePlace;
  params: Record<string, string | number | readonly string[]>;
}
