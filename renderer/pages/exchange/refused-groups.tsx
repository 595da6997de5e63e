import { useEffect, useRef, useState } from 'react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { addressOf } from '#renderer/pages/exchange/addresses.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { LinesTable, type LinesTableProps } from '#renderer/pages/exchange/lines-table.tsx';
import { MendDialog } from '#renderer/pages/exchange/mend-dialog.tsx';
import { groupRefusals, mayRunAgain, type RefusedGroup } from '#renderer/pages/exchange/refusals.ts';
import { useReissue } from '#renderer/pages/exchange/use-reissue.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

type Props = Pick<LinesTableProps, 'lines' | 'words' | 'selected' | 'onSelect' | 'onOpen'> & {
  /** How many there are in all: the list may be a part. */
  total: number;
};

/** What the centre refused: the reason, what it drew along, and what can be done about it. */
export function RefusedGroups({ total, ...props }: Props) {
  const t = useWords('exchange');
  const words = useErrorWords();
  const reissue = useReissue();
  const [mending, setMending] = useState<RefusedGroup | null>(null);
  const dismiss = useAction(async (line: OutboxLine) => {
    await ask('outbox.dismiss', { n: line.n });
    acted.current = true;
    useToasts.getState().show({ tone: 'done', title: t('dismissed'), object: props.words(line).object });
  });
  // What was decided leaves the list with the button it was decided by: the hand goes on where it was.
  const acted = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines stand for the rows that are drawn
  useEffect(() => {
    if (acted.current && document.activeElement === document.body) focusRow(null);
    acted.current = false;
  }, [props.lines]);
  if (props.lines.length === 0) return null;
  const again = (group: RefusedGroup, ns: readonly number[]) => {
    acted.current = true;
    const { object, action } = props.words(group.first);
    void reissue.run({ ns: [...ns], mended: [], instead: {} }, object || action);
  };
  const close = () => {
    acted.current = true;
    setMending(null);
    const n = mending?.first.n ?? null;
    requestAnimationFrame(() => focusRow(n));
  };
  const error = reissue.error ?? dismiss.error;
  return (
    <section className={css['group']} aria-label={t('refusedTitle')}>
      <div className={css['groupHead']}>
        <h2>{t('refusedTitle')}</h2>
        <span className={css['quiet']}>{formatCount(total)}</span>
        <span className={css['quiet']}>{t('refusedHint')}</span>
      </div>
      {error && (
        <div className={css['pad']}>
          <Note tone="red" title={words(error)} />
        </div>
      )}
      {groupRefusals(props.lines).map((group) => {
        const { first, dependants } = group;
        const all = [first, ...dependants];
        return (
          <div key={first.n} className={css['item']}>
            <LinesTable
              {...props}
              label={t('refusedTitle')}
              lines={all}
              dependant={(line) => line !== first}
              wideTools
              tools={(line) => (
                <>
                  {line === first && mayRunAgain(line) && (
                    <LinkButton onClick={() => setMending(group)}>{t('fix')}</LinkButton>
                  )}
                  {mayRunAgain(line) && <LinkButton onClick={() => again(group, [line.n])}>{t('retry')}</LinkButton>}
                  <LinkButton onClick={() => void dismiss.run(line)}>{t('dismiss')}</LinkButton>
                </>
              )}
            />
            <p className={css['reason']}>
              {props.words(first).reason}
              {dependants.length > 0 && ` ${t('refusedDependants', { count: dependants.length })}. `}
              {dependants.length > 0 && mayRunAgain(first) && (
                <LinkButton
                  onClick={() =>
                    again(
                      group,
                      all.map((line) => line.n),
                    )
                  }
                >
                  {t('retryAll', { count: all.length })}
                </LinkButton>
              )}{' '}
              {addressOf(first) && <LinkButton onClick={() => props.onOpen(first)}>{t('openRecord')}</LinkButton>}
            </p>
          </div>
        );
      })}
      {mending && <MendDialog group={mending} words={props.words} onClose={close} />}
    </section>
  );
}

/** The row of a change, or the first one that is there. */
function focusRow(n: number | null): void {
  const row = n === null ? null : document.querySelector<HTMLElement>(`tr[data-n="${n}"]`);
  (row ?? document.querySelector<HTMLElement>('[data-area="list"] tr[tabindex="0"]'))?.focus();
}
