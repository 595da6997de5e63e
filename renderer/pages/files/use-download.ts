import { useAction } from '#renderer/data/use-command.ts';
import { readAttachment } from '#renderer/pages/files/file-view.tsx';

/** Hands the bytes of a file to the person's own folder of downloads, under its name. */
export function useDownload() {
  return useAction(async ({ id, name }: { id: string; name: string }) => {
    const address = URL.createObjectURL(await readAttachment(id));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  });
}
