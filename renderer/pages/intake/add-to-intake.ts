import i18next from 'i18next';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { ask } from '#renderer/data/core.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useToasts } from '#renderer/state/toasts.ts';

/** Hands files over, one by one: one that cannot be read keeps out no other, and is told of. */
export async function addToIntake(files: readonly GivenFile[]): Promise<void> {
  for (const file of files) {
    try {
      await ask('intake.add', { files: [await file.handle()] });
    } catch (fault) {
      const title = i18next.t('refusedTitle', { ns: 'intake', names: file.name });
      useToasts.getState().show({ tone: 'failed', title, refused: asCoreError(fault) });
    }
  }
}
