import { diskName } from '#shared/lib/text/disk-name.ts';

/** Hands bytes to the person's own folder of downloads, under a name. */
export function saveBlob(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = diskName(name);
  link.click();
  URL.revokeObjectURL(address);
}
