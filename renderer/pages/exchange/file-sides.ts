import { filesOf } from '#renderer/pages/files/file-groups.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** A file of a disputed document: the latest version of the conflict's author, and the latest of anybody else. */
export interface SidedFile {
  group: string;
  name: string;
  mine: AttachmentInfo | null;
  theirs: AttachmentInfo | null;
}

/** Living files by whose the versions are. Those both sides have worked on come first. */
export function sidesOf(attachments: readonly AttachmentInfo[], authorName: string | null): SidedFile[] {
  const files = filesOf(attachments).map(({ group, newest, versions }): SidedFile => {
    const mine = versions.find((one) => one.authorName === authorName && authorName !== null) ?? null;
    const theirs = versions.find((one) => one !== mine && one.authorName !== authorName) ?? null;
    return { group, name: newest.name, mine, theirs };
  });
  const both = (file: SidedFile) => Number(file.mine !== null && file.theirs !== null);
  return files.sort((left, right) => both(right) - both(left));
}
