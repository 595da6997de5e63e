import type { ContentFile } from '#shared/domain/approval/content-hash.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { canonicalJson } from '#shared/lib/canonical.ts';

type Said = Pick<RowOf<'document_version'>, 'content' | 'files'>;

/** Content fields whose values differ, in the order of the fields. A field that one side does not know is null there. */
export function differingFields(from: Said, to: Said): { field: string; from: unknown; to: unknown }[] {
  const names = [...new Set([...Object.keys(to.content), ...Object.keys(from.content)])];
  return names.flatMap((field) => {
    const [before, after] = [from.content[field] ?? null, to.content[field] ?? null];
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ field, from: before, to: after }];
  });
}

/** Files whose bytes or name differ, and those that only one side has. */
export function differingFiles(
  from: Said,
  to: Said,
): { group: string; from: ContentFile | null; to: ContentFile | null }[] {
  const [before, after] = [from, to].map(({ files }) => new Map(files.map((file) => [file.group, file])));
  const groups = [...new Set([...to.files, ...from.files].map((file) => file.group))];
  return groups.flatMap((group) => {
    const [old, now] = [before?.get(group) ?? null, after?.get(group) ?? null];
    return old?.sha256 === now?.sha256 && old?.name === now?.name ? [] : [{ group, from: old, to: now }];
  });
}
