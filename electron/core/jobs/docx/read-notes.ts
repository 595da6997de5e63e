import type { ReadParagraph } from '#electron/core/jobs/docx/paragraph.ts';
import { BodyReader } from '#electron/core/jobs/docx/read-body.ts';
import type { Styles } from '#electron/core/jobs/docx/read-styles.ts';
import { readXml } from '#electron/core/jobs/docx/read-xml.ts';

/** Footnotes or endnotes by their id; the separators Word keeps among them have none of it read. */
export function readNotes(text: string | null, styles: Styles): ReadonlyMap<string, readonly ReadParagraph[]> {
  const notes = new Map<string, readonly ReadParagraph[]>();
  if (text === null) return notes;
  let id = '';
  let reader: BodyReader | null = null;
  readXml(text, {
    open(name, attributes) {
      if (name === 'footnote' || name === 'endnote') {
        id = attributes('id') ?? '';
        const isSeparator = /separator/i.test(attributes('type') ?? '');
        reader = isSeparator ? null : new BodyReader({ styles, count: () => null, note: () => [] });
      } else reader?.open(name, attributes);
    },
    close(name) {
      if (name !== 'footnote' && name !== 'endnote') reader?.close(name);
      else if (reader) {
        notes.set(id, reader.paragraphs);
        reader = null;
      }
    },
    text: (piece) => reader?.text(piece),
  });
  return notes;
}
