import { type AttachmentPurpose, attachmentPurposes } from '#shared/domain/attachment.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** One file of a document with all of its versions that have not been removed, the newest first. */
export interface VersionedFile {
  group: string;
  purpose: AttachmentPurpose;
  newest: AttachmentInfo;
  versions: readonly AttachmentInfo[];
}

/** What people look for first: the text, what belongs to it, then papers that come later. */
export const purposeOrder = [
  'text',
  'appendix',
  'protocol',
  'markup',
  'scan',
  'signature',
  'authority',
] as const satisfies readonly AttachmentPurpose[];

/** Versions put together into files; files in the order of their first version. */
export function filesOf(attachments: readonly AttachmentInfo[]): VersionedFile[] {
  const groups = new Map<string, AttachmentInfo[]>();
  for (const one of attachments) {
    if (one.archivedAt !== null) continue;
    const versions = groups.get(one.group);
    if (versions) versions.push(one);
    else groups.set(one.group, [one]);
  }
  return [...groups].flatMap(([group, versions]) => {
    versions.sort((a, b) => b.version - a.version || b.createdAt - a.createdAt);
    const [newest] = versions;
    return newest ? [{ group, purpose: newest.purpose ?? 'text', newest, versions }] : [];
  });
}

/** Signatures and powers of attorney lie beside other files and are no papers themselves. */
export const isBeside = ({ purpose }: Pick<VersionedFile, 'purpose'>): boolean =>
  purpose === 'signature' || purpose === 'authority';

/**
 * The group of the file that each signature or power of attorney lies beside; those of no file that is left are not there. A file that was taken
 * away and brought back is known by its bytes.
 */
export function besideGroups(attachments: readonly AttachmentInfo[]): ReadonlyMap<string, string> {
  const living = attachments.filter((one) => one.archivedAt === null);
  const pairs = living.flatMap((one): [string, string][] => {
    const of = isBeside({ purpose: one.purpose ?? 'text' }) && attachments.find(({ id }) => id === one.ofId);
    if (!of) return [];
    const found = of.archivedAt === null ? of : living.find(({ sha256, id }) => sha256 === of.sha256 && id !== one.id);
    return found ? [[one.group, found.group]] : [];
  });
  return new Map(pairs);
}

/** Files under the purposes they serve; purposes nobody uses are left out. */
export function byPurpose(files: readonly VersionedFile[]): { purpose: AttachmentPurpose; files: VersionedFile[] }[] {
  return purposeOrder
    .map((purpose) => ({ purpose, files: files.filter((file) => file.purpose === purpose) }))
    .filter((part) => part.files.length > 0);
}

/** The version to compare one with: the nearest older one that is left. */
export function previousVersion(file: VersionedFile, version: AttachmentInfo): AttachmentInfo | null {
  const at = file.versions.findIndex((one) => one.id === version.id);
  return at < 0 ? null : (file.versions[at + 1] ?? null);
}

/** Two versions as they are compared: the older one at the left. */
export function comparedPair(a: AttachmentInfo, b: AttachmentInfo): [left: AttachmentInfo, right: AttachmentInfo] {
  const isOlder = a.group === b.group ? a.version < b.version : a.createdAt <= b.createdAt;
  return isOlder ? [a, b] : [b, a];
}

const withText = /\.(docx|docm|dotx|pdf|txt)$/i;

/** Whether a file has a text that can be compared clause by clause. */
export const hasText = ({ name }: { name: string }): boolean => withText.test(name);

/** What a new file of a contract most likely is: the first paper is its text, pictures are scans, the rest belongs to it. */
export function likelyPurpose(name: string, files: readonly Pick<VersionedFile, 'purpose'>[]): AttachmentPurpose {
  if (/протокол.*разногл/i.test(name)) return 'protocol';
  if (/\.(png|jpe?g|tiff?|bmp)$/i.test(name)) return 'scan';
  if (/\.(docx|pdf)$/i.test(name) && !files.some((file) => file.purpose === 'text')) return 'text';
  return 'appendix';
}

/** The file of which another one of the same name is a new version. */
export const sameNamed = (name: string, files: readonly VersionedFile[]): VersionedFile | undefined =>
  files.find((file) => file.versions.some((one) => plainName(one.name) === plainName(name)));

/** A Mac takes letters apart that others write whole. */
const plainName = (name: string): string => name.normalize('NFC').toLowerCase();

export const isPurpose = (value: string): value is AttachmentPurpose =>
  attachmentPurposes.includes(value as AttachmentPurpose);
