import { Fragment } from 'react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ask, runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { addressOf } from '#renderer/pages/exchange/addresses.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { LinesTable, type LinesTableProps } from '#renderer/pages/exchange/lines-table.tsx';
import { groupRefusals } from '#renderer/pages/exchange/refusals.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** What the centre refused: the reason, what it drew along, and what can be done about it. */
export function RefusedGroups(props: Pick<LinesTableProps, 'lines' | 'words' | 'selected' | 'onSelect' | 'onOpen'>) {
  const t = useWords('exchange');
  const words = useErrorWords();
  const retry = useAction(async (line: OutboxLine) => {
    await runCommand(line.command as CommandName, line.args as ArgsOf<CommandName>);
    // The same change is in the outbox again: its refused twin asks nothing more.
    await ask('outbox.dismiss', { n: line.n });
    useToasts.getState().show({ tone: 'done', title: t('retried'), object: props.words(line).object });
  });
  const dismiss = useAction(async (line: OutboxLine) => {
    await ask('outbox.dismiss', { n: line.n });
    useToasts.getState().show({ tone: 'done', title: t('dismissed'), object: props.words(line).object });
  });
  if (props.lines.length === 0) return null;
  const error = retry.error ?? dismiss.error;
  return (
    <section className={css['group']} aria-label={t('refusedTitle')}>
      <div className={css['groupHead']}>
        <h2>{t('refusedTitle')}</h2>
        <span className={css['quiet']}>{formatCount(props.lines.length)}</span>
        <span className={css['quiet']}>{t('refusedHint')}</span>
      </div>
      {error && (
        <div className={css['pad']}>
          <Note tone="red" title={words(error)} />
        </div>
      )}
      {groupRefusals(props.lines).map(({ first, dependants }) => (
        <Fragment key={first.n}>
          <LinesTable
            {...props}
            label={t('refusedTitle')}
            lines={[first, ...dependants]}
            dependant={(line) => line !== first}
            wideTools
            tools={(line) => (
              <>
                <LinkButton onClick={() => void retry.run(line)}>{t('retry')}</LinkButton>
                {addressOf(line) && <LinkButton onClick={() => props.onOpen(line)}>{t('fix')}</LinkButton>}
                <LinkButton onClick={() => void dismiss.run(line)}>{t('dismiss')}</LinkButton>
              </>
            )}
          />
          <p className={css['reason']}>
            {props.words(first).reason}
            {dependants.length > 0 && ` ${t('refusedDependants', { count: dependants.length })}.`}
          </p>
        </Fragment>
      ))}
    </section>
  );
}
