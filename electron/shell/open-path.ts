import { shell } from 'electron';

/** Opens a file with the program the system has for its kind. Rejects with the system's reason. */
export async function openPath(path: string): Promise<void> {
  const reason = await shell.openPath(path);
  if (reason) throw new Error(reason);
}
