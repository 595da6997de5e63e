import { document } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { hashValue } from '#shared/lib/canonical.ts';

/** The rule by which content is hashed. A changed rule is a new number; decisions keep the number they were made under. */
export const hashSpec = 1;

export interface ContentFile {
  attachmentId: string;
  group: string;
  name: string;
  sha256: string;
  size: number;
}

export interface Content {
  hash: string;
  content: Record<string, unknown>;
  files: ContentFile[];
  /** Whether the centre has the bytes of every file. */
  verified: boolean;
}

const contentFields = Object.entries(document.fields)
  .filter(([, field]) => field.part === 'content')
  .map(([name]) => name);

/** What a decision on a document covers: its content fields, and the newest version of every text and appendix. */
export function contentOf(row: RowOf<'document'>, attachments: readonly RowOf<'attachment'>[]): Content {
  const record = row as Record<string, unknown>;
  const content: Record<string, unknown> = {};
  for (const name of contentFields) content[name] = record[name] ?? null;
  const current = currentFiles(attachments).filter(isCovered);
  const files = current.map(fileOf).sort((one, other) => (one.group < other.group ? -1 : 1));
  const seen = files.map(({ group, name, sha256 }) => ({ group, name, sha256 }));
  const hash = hashValue({ spec: hashSpec, content, files: seen });
  return { hash, content, files, verified: current.every((file) => file.verifiedAt !== null) };
}

/** Scans of the signed paper, marked-up copies and protocols come after the reading: they are no part of what was read. */
export const isCovered = (file: Pick<RowOf<'attachment'>, 'purpose'>): boolean =>
  (file.purpose ?? 'text') === 'text' || file.purpose === 'appendix';

export const groupOf = (file: Pick<RowOf<'attachment'>, 'id' | 'groupId'>): string => file.groupId ?? file.id;

/** The newest version of every file that has not been taken away. */
export function currentFiles(attachments: readonly RowOf<'attachment'>[]): RowOf<'attachment'>[] {
  const newest = new Map<string, RowOf<'attachment'>>();
  for (const file of attachments) {
    if (file.archivedAt !== null) continue;
    const known = newest.get(groupOf(file));
    if (!known || isNewer(file, known)) newest.set(groupOf(file), file);
  }
  return [...newest.values()];
}

const isNewer = (file: RowOf<'attachment'>, than: RowOf<'attachment'>): boolean => {
  const [left, right] = [file.version ?? 1, than.version ?? 1];
  return left === right ? file.id > than.id : left > right;
};

const fileOf = (file: RowOf<'attachment'>): ContentFile => ({
  attachmentId: file.id,
  group: groupOf(file),
  name: file.name,
  sha256: file.sha256,
  size: file.size,
});

/** The first twelve digits, as people read them: «7F3A 91C2 04BE». */
export const fingerprint = (hash: string): string => (hash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join(' ');

/** Fields whose values decisions are bound to; for showing what has changed since. */
export const isContentField = (name: string): boolean => contentFields.includes(name);
