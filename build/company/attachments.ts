import { createHash } from 'node:crypto';
import { idsAt } from '#build/company/command-ids.ts';
import type { DocumentWriter, Draft } from '#build/company/draft.ts';
import { type Emitted, emit } from '#build/company/emitted.ts';
import { createRandom } from '#build/company/random.ts';
import { historyLine } from '#build/company/traces.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Rows of a document's files, in the way of `attachment.add`: one command adds them all and tells the history. */
export function* attachmentRows(writer: DocumentWriter, draft: Draft): Iterable<Emitted> {
  const files = writer.filesOf?.(draft) ?? [];
  if (files.length === 0) return;
  const { row, planned, author } = draft;
  // A source of its own: the rest of the company is the same with files and without.
  const random = createRandom(0, `files of ${row.id}`);
  const at = Math.min(writer.now, planned.at + random.between(40, 600) * 1_000);
  const nextId = idsAt(random, at);
  for (const { name, mime, bytes } of files) {
    yield emit('attachment', {
      id: nextId(),
      documentId: row.id,
      name,
      size: bytes.length,
      mime,
      sha256: sha256Of(bytes),
      authorId: author.id,
      createdAt: at,
      verifiedAt: Math.min(writer.now, at + 2_500),
      archivedAt: null,
    });
  }
  const names = files.map((file) => file.name);
  yield historyLine(
    { ...writer, random },
    draft,
    at,
    'attachment.add',
    [{ field: 'files', from: null, to: names }],
    author,
  );
}
