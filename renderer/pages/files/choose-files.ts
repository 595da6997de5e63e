import { fromPage, type GivenFile } from '#renderer/bridge/given-file.ts';

/** Opens the system's dialog; resolves to nothing when the person changes their mind. Needs a press of the person. */
export function chooseFiles(several = true): Promise<GivenFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = several;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map(fromPage)));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
