import { numberCounter } from '#electron/core/jobs/docx/count-numbers.ts';
import { openParts } from '#electron/core/jobs/docx/open-parts.ts';
import { documentRefusal } from '#electron/core/jobs/docx/problem.ts';
import { readBody } from '#electron/core/jobs/docx/read-body.ts';
import { readNotes } from '#electron/core/jobs/docx/read-notes.ts';
import { readNumbering } from '#electron/core/jobs/docx/read-numbering.ts';
import { readStyles } from '#electron/core/jobs/docx/read-styles.ts';
import { toBlocks } from '#electron/core/jobs/docx/to-blocks.ts';
import type { TextBlock } from '#shared/domain/redline.ts';

/**
 * The blocks of a DOCX in reading order: tracked changes accepted, numbers computed as Word shows them, text boxes and footnotes after the
 * paragraph they hang on; headers, footers and comments are not part of the text.
 * Refuses with `details.problem` DOCX_DAMAGED, DOCX_ENCRYPTED, DOCX_TOO_LARGE or DOCX_NOT_A_DOCUMENT.
 */
export function readDocx(bytes: Uint8Array): readonly TextBlock[] {
  const parts = openParts(bytes);
  if (!/<(?:\w+:)?document[\s>]/.test(parts.document.slice(0, 20_000))) throw documentRefusal('DOCX_NOT_A_DOCUMENT');
  const styles = readStyles(parts.styles);
  const count = numberCounter(readNumbering(parts.numbering), styles);
  const notes = { footnote: readNotes(parts.footnotes, styles), endnote: readNotes(parts.endnotes, styles) };
  const note = (kind: 'footnote' | 'endnote', id: string) => notes[kind].get(id) ?? [];
  return toBlocks(readBody(parts.document, { styles, count, note }));
}
