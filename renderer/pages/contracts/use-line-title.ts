import { useWords } from '#renderer/i18n/words.ts';
import { keyDateKinds } from '#shared/domain/contract/key-date.ts';
import type { AgendaLine } from '#shared/queries/contract.ts';

const obligationKinds = ['payment', 'delivery', 'report', 'other'] as const;

/** How a line of the agenda is called, and what kind of thing it is where the name does not say it. */
export function useLineTitle() {
  const t = useWords('contract');
  return ({ type, kind, title, side }: AgendaLine): { title: string; kind: string | null } => {
    if (type === 'key_date') {
      const known = keyDateKinds.find((one) => one === kind) ?? 'custom';
      return { title: title || t(`keyDate_${known}`), kind: null };
    }
    const known = obligationKinds.find((one) => one === kind) ?? 'other';
    const words = t(`${known}Obligation`);
    return { title, kind: side ? `${words} · ${t(`lineSide_${side}`)}` : words };
  };
}
