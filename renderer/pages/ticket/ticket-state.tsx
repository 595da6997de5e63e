import { Pill } from '#renderer/components/pill.tsx';
import { StatusGlyph, type StatusKey, statusTones } from '#renderer/components/status-glyph.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { TicketState } from '#shared/domain/service/ticket.ts';

/** Each state borrows the glyph of the life of a paper that means the same. */
const glyphs = {
  approval: 'approve',
  open: 'check',
  working: 'perform',
  waiting: 'wait',
  resolved: 'reg',
  closed: 'done',
  cancelled: 'void',
  declined: 'refused',
  rejected: 'refused',
  merged: 'void',
} as const satisfies Record<TicketState, StatusKey>;

/** The state of a ticket on cards and panels. */
export function StatePill({ state }: { state: TicketState }) {
  const t = useWords('queues');
  return (
    <Pill tone={statusTones[glyphs[state]]} icon={<StatusGlyph status={glyphs[state]} size={12} />}>
      {t(`state_${state}`)}
    </Pill>
  );
}

/** The same in a line of a list: the picture, its word for those who cannot see it. */
export function StateGlyph({ state }: { state: TicketState }) {
  const t = useWords('queues');
  return (
    <span title={t(`state_${state}`)}>
      <StatusGlyph status={glyphs[state]} />
      <span className="op-hidden">{t(`state_${state}`)}</span>
    </span>
  );
}
