import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** Takes a waiting change back; the core refuses once it is on the wire. */
export function useWithdraw() {
  const t = useWords('exchange');
  return useAction(async (line: OutboxLine, object: string) => {
    await ask('outbox.withdraw', { n: line.n });
    useToasts.getState().show({ tone: 'done', title: t('withdrawn'), object });
  });
}
