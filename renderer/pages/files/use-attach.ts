import { useNavigate } from 'react-router';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';

/** Hands files to the host one by one and attaches them together: all or none. */
export async function attachFiles(documentId: string, files: readonly GivenFile[]): Promise<void> {
  const handled = [];
  for (const file of files) handled.push(await file.handle());
  if (handled.length > 0) await ask('files.attach', { documentId, files: handled });
}

/** Attaching with its result told: a toast here, an error where the caller shows it. */
export function useAttach(documentId: string) {
  const t = useWords('card');
  const form = useWords('form');
  const navigate = useNavigate();
  return useAction(async (files: readonly GivenFile[]) => {
    if (files.length === 0) return;
    await attachFiles(documentId, files);
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t('attachedToast', { count: files.length }),
      object: files.length === 1 ? files[0]?.name : undefined,
      ...(isAway() ? { link: { label: form('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
  });
}
