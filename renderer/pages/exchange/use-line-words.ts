import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptKey } from '#renderer/components/receipt.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import { changesOf, titleIn } from '#renderer/pages/record/order-parts.ts';
import { toldChanges } from '#renderer/pages/record/told-changes.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { errors } from '#shared/domain/error.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

export interface LineWords {
  time: string;
  action: string;
  /** How the record calls itself. */
  object: string;
  /** What changed: «Сумма: 100 → 120; Срок: …». */
  what: string;
  changes: string[];
  state: string;
  /** Why the centre refused. */
  reason: string | null;
  receipt: ReceiptKey;
}

const receipts = { waiting: 'out', sent: 'send', accepted: 'ok', rejected: 'rej' } as const;

/** A change of the outbox in business words. */
export function useLineWords(): (line: OutboxLine) => LineWords {
  const t = useWords('exchange');
  const queues = useWords('queues');
  const { employeeOf } = useDirectory();
  const refusals = useTranslation('errors').t;
  const clock = useClock();
  const fields = useFieldWords(useDefinitions());
  return useMemo(
    () => (line) => {
      const written = changesOf(line.command, line.args);
      // One verdict approves, signs and acknowledges: the task says which.
      const task = line.taskKind ? [{ field: 'task', to: line.taskKind }] : [];
      const told = toldChanges(line.command, [...written, ...task]);
      const changes = told.map((change) => fields.change(change, line.names, line.command));
      const withdrawn = line.command === 'sync.withdraw' || line.code === 'WITHDRAWN';
      const code = line.code && Object.hasOwn(errors, line.code) ? (line.code as keyof typeof errors) : 'INTERNAL';
      const by = code === 'ALREADY_TAKEN' ? line.details?.['by'] : null;
      const taken = typeof by === 'string' ? employeeOf(by)?.fullName : undefined;
      return {
        time: clock.time(line.enteredAt),
        action: fields.action(line.command),
        object: line.about?.number ?? line.about?.title ?? titleIn(line.args) ?? '',
        what: changes.join('; ') || (line.about?.number ? (line.about.title ?? '') : ''),
        changes,
        state: withdrawn
          ? t('state_withdrawn')
          : line.state === 'accepted' && line.decidedAt !== null
            ? t('state_acceptedAt', { time: clock.time(line.decidedAt) })
            : t(`state_${line.state}`),
        reason:
          line.state === 'rejected' && !withdrawn
            ? taken
              ? queues('takenBy', { name: taken })
              : refusals(code)
            : null,
        receipt: receipts[line.state],
      };
    },
    [t, queues, refusals, clock, fields, employeeOf],
  );
}
