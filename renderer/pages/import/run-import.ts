import { onEvent } from '#renderer/api.ts';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { ask } from '#renderer/data/core.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useImports } from '#renderer/state/imports.ts';

const queue: { key: number; file: GivenFile }[] = [];
let last = 0;
let running = false;

/** Puts files into the queue of the import and starts it; each is a request of its own, so that one bad file stops no other. */
export function importFiles(files: readonly GivenFile[]): void {
  const added = files.map((file) => {
    last += 1;
    return { key: last, file };
  });
  queue.push(...added);
  useImports.getState().add(
    added.map(({ key, file }) => ({
      key,
      name: file.name,
      size: file.size,
      state: 'waiting',
      handle: null,
      report: null,
      error: null,
    })),
  );
  void drain();
}

async function drain(): Promise<void> {
  if (running) return;
  running = true;
  const { change, step } = useImports.getState();
  const stop = onEvent((event) => {
    if (event.type === 'progress' && event.job === 'import')
      step({ done: event.done, total: event.total, phase: event.phase });
  });
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { key, file } = next;
    step(null);
    change(key, { state: 'running' });
    try {
      const handle = await file.handle();
      change(key, { handle });
      const [report = null] = await ask('import.run', { files: [handle] });
      change(key, { state: 'done', report });
    } catch (fault) {
      const error = asCoreError(fault);
      change(key, error.code === 'CANCELLED' ? { state: 'cancelled' } : { state: 'failed', error });
    }
  }
  step(null);
  stop();
  running = false;
}

/** Stops the file that runs between two of its papers, and takes back the ones that wait. */
export function stopImport(): void {
  const { change } = useImports.getState();
  for (const { key } of queue.splice(0)) change(key, { state: 'cancelled' });
  ask('import.cancel', {}).catch(console.error);
}
