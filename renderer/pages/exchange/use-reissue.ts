import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { ChannelPayload } from '#shared/ipc/contract.ts';

/** Enters refused changes again as one action; true when it is done. A record that another one stands for is put aside. */
export function useReissue() {
  const t = useWords('exchange');
  return useAction(async (given: ChannelPayload<'outbox.reissue'>, object: string, asideN: number | null = null) => {
    const entered = given.ns.length > 0 ? await ask('outbox.reissue', given) : [];
    if (asideN !== null) await ask('outbox.dismiss', { n: asideN });
    useToasts.getState().show({ tone: 'done', title: t('retriedCount', { count: entered.length }), object });
    return true;
  });
}
