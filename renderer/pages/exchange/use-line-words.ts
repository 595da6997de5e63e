import { useMemo } from 'react';
import type { ReceiptKey } from '#renderer/components/receipt.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import { changesOf, titleIn } from '#renderer/pages/record/order-parts.ts';
import { toldChanges } from '#renderer/pages/record/told-changes.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { type ErrorCode, errors } from '#shared/domain/error.ts';
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
  /** Why the centre refused, while that still asks something. */
  reason: string | null;
  /** Why it has no effect here now. */
  suspended: string | null;
  receipt: ReceiptKey;
}

const receipts = { waiting: 'out', sent: 'send', accepted: 'ok', rejected: 'rej' } as const;
const codeOf = (code: string | null): ErrorCode =>
  code !== null && Object.hasOwn(errors, code) ? (code as ErrorCode) : 'INTERNAL';

/** A change of the outbox in business words; those of one line are put together once, however often it is drawn. */
export function useLineWords(): (line: OutboxLine) => LineWords {
  const t = useWords('exchange');
  const queues = useWords('queues');
  const { employeeOf } = useDirectory();
  const refusals = useErrorWords();
  const clock = useClock();
  const fields = useFieldWords(useDefinitions());

  // biome-ignore lint/correctness/useExhaustiveDependencies: refusals speak the language that `t` stands for
  return useMemo(() => {
    const stateOf = (line: OutboxLine): string => {
      if (line.aside?.as === 'withdrawn' || line.command === 'sync.withdraw') return t('state_withdrawn');
      if (line.aside?.as === 'replaced')
        return line.aside.by === null ? t('state_replaced') : t('state_replacedBy', { n: line.aside.by });
      if (line.aside) return t('state_dismissed');
      if (line.suspended) return t('state_suspended');
      if (line.inDoubt) return t('state_doubt');
      if (line.conflictId !== null) return t('state_conflict');
      return line.state === 'accepted' && line.decidedAt !== null
        ? t('state_acceptedAt', { time: clock.time(line.decidedAt) })
        : t(`state_${line.state}`);
    };
    const reasonOf = (line: OutboxLine): string | null => {
      if (line.state !== 'rejected' || line.command === 'sync.withdraw' || line.code === 'WITHDRAWN') return null;
      const code = codeOf(line.code);
      const by = code === 'ALREADY_TAKEN' ? line.details?.['by'] : null;
      const taken = typeof by === 'string' ? employeeOf(by)?.fullName : undefined;
      return taken ? queues('takenBy', { name: taken }) : refusals({ code, details: line.details ?? {} });
    };
    const wordsOf = (line: OutboxLine): LineWords => {
      const written = changesOf(line.command, line.args, line.formerHidden);
      // One verdict approves, signs and acknowledges: the task says which.
      const task = line.taskKind ? [{ field: 'task', to: line.taskKind }] : [];
      const told = toldChanges(line.command, [...written, ...task]);
      const changes = told.map((change) => fields.change(change, line.names, line.command));
      const gone = line.about?.closed ? t('recordGone') : '';
      return {
        time: clock.time(line.enteredAt),
        action: fields.action(line.command),
        object: line.about?.number ?? line.about?.title ?? titleIn(line.args) ?? gone,
        what: changes.join('; ') || (line.about?.number ? (line.about.title ?? '') : ''),
        changes,
        state: stateOf(line),
        reason: reasonOf(line),
        suspended: line.suspended
          ? refusals({ code: codeOf(line.suspended.code), details: line.suspended.details })
          : null,
        receipt: line.inDoubt ? 'send' : line.conflictId === null ? receipts[line.state] : 'conf',
      };
    };
    const kept = new WeakMap<OutboxLine, LineWords>();
    return (line) => {
      const words = kept.get(line) ?? wordsOf(line);
      kept.set(line, words);
      return words;
    };
  }, [t, queues, employeeOf, clock, fields]);
}
