import { Switch } from '@mantine/core';
import {
  IconAlertCircle,
  IconClockExclamation,
  IconFiles,
  IconPlugConnectedX,
  IconRefresh,
  IconUpload,
} from '@tabler/icons-react';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import css from '#renderer/frame/status-bar.module.css';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';

export interface StatusBarProps {
  link: 'online' | 'offline' | 'unreachable' | 'cut' | 'connecting' | 'signed-out';
  /** When the link was lost, in words of the branch: «10:32». */
  since?: string | undefined;
  outbox: number;
  conflicts: number;
  /** Changes the centre refused that still ask something of the person. */
  rejected?: number;
  /** Files on the way, with what is left of them in words: «3,1 МБ». */
  files?: { count: number; left: string } | undefined;
  /** This computer's clock is ahead of or behind the centre's, in words: «3 мин». */
  clockOff?: { by: string; ahead: boolean } | undefined;
  /** Why the exchange stands still or does something unusual, in words, and how much it asks. */
  problem?: { words: string; tone: 'ink' | 'amber' | 'red' } | undefined;
  lastExchange?: string | undefined;
  /** Rows received of a filling under way. */
  filling?: string | undefined;
  /** Date, weekday and time in the branch. */
  clock: string;
  /** A demo profile may cut its own network; absent elsewhere. */
  cut?: { on: boolean; onChange: (on: boolean) => void } | undefined;
  /** The window's own link to its program is being restored. */
  bridgeLost?: boolean;
  onExchange: (tab: 'conflicts' | 'outbox' | 'receipts') => void;
  onFiles: () => void;
}

/** The truth about the data; each item opens its page. */
export function StatusBar(props: StatusBarProps) {
  const t = useWords('frame');
  return (
    <section className={css['bar']} aria-label={t('statusBar')} data-area="status">
      <Link {...props} />
      <button
        type="button"
        className={css['item']}
        data-tone={props.outbox > 0 ? 'ink' : undefined}
        onClick={() => props.onExchange('outbox')}
      >
        {props.outbox > 0 && <IconUpload size={14} stroke={1.6} aria-hidden="true" />}
        {props.outbox > 0 ? t('outbox', { count: props.outbox, shown: formatCount(props.outbox) }) : t('outboxEmpty')}
      </button>
      {props.conflicts > 0 && (
        <button type="button" className={css['item']} data-tone="plum" onClick={() => props.onExchange('conflicts')}>
          <StatusGlyph status="conflict" />
          {t('conflicts', { count: props.conflicts })}
        </button>
      )}
      {props.rejected !== undefined && props.rejected > 0 && (
        <button type="button" className={css['item']} data-tone="red" onClick={() => props.onExchange('outbox')}>
          <IconAlertCircle size={14} stroke={1.6} aria-hidden="true" />
          {t('rejected', { count: props.rejected })}
        </button>
      )}
      {props.files && (
        <button type="button" className={css['item']} onClick={props.onFiles}>
          <IconFiles size={14} stroke={1.6} aria-hidden="true" />
          {t('filesOnTheWay', { count: props.files.count, left: props.files.left })}
        </button>
      )}
      <button type="button" className={css['item']} onClick={() => props.onExchange('receipts')}>
        {props.filling
          ? t('filling', { rows: props.filling })
          : props.lastExchange
            ? t('lastExchange', { time: props.lastExchange })
            : t('noExchange')}
      </button>
      <span className={css['space']} />
      {props.clockOff && (
        <span className={css['item']} data-tone="amber" role="status" title={t('clockOffHint')}>
          <IconClockExclamation size={14} stroke={1.6} aria-hidden="true" />
          {t(props.clockOff.ahead ? 'clockAhead' : 'clockBehind', { by: props.clockOff.by })}
        </span>
      )}
      {props.cut && (
        <Switch
          className={css['cut'] ?? ''}
          size="xs"
          label={t('cutNetwork')}
          title={t('cutNetworkHint')}
          checked={props.cut.on}
          onChange={(event) => props.cut?.onChange(event.currentTarget.checked)}
        />
      )}
      <span className={css['text']}>{props.clock}</span>
    </section>
  );
}

function Link(props: StatusBarProps) {
  const t = useWords('frame');
  const press = () => props.onExchange('outbox');
  if (props.bridgeLost) {
    return (
      <span className={css['link']} data-tone="amber" role="status">
        <IconPlugConnectedX size={14} stroke={1.6} aria-hidden="true" />
        {t('bridgeLost')}
      </span>
    );
  }
  if (props.problem) {
    return (
      <button
        type="button"
        className={css['link']}
        data-tone={props.problem.tone}
        title={props.problem.words}
        onClick={press}
      >
        {props.problem.tone === 'ink' ? (
          <IconRefresh size={14} stroke={1.6} aria-hidden="true" />
        ) : (
          <IconAlertCircle size={14} stroke={1.6} aria-hidden="true" />
        )}
        <span role="status" className={css['problem']}>
          {props.problem.words}
        </span>
      </button>
    );
  }
  if (props.link === 'online' || props.link === 'connecting') {
    return (
      <button type="button" className={css['link']} data-tone={props.link} onClick={press}>
        <span className={css['dot']} />
        <span role="status">{props.link === 'online' ? t('online') : t('connecting')}</span>
      </button>
    );
  }
  const words = {
    offline: props.since ? t('offlineSince', { time: props.since }) : t('offline'),
    cut: props.since ? t('cutSince', { time: props.since }) : t('networkCut'),
    unreachable: props.since ? t('unreachableSince', { time: props.since }) : t('unreachable'),
    'signed-out': t('signInNeeded'),
  }[props.link];
  return (
    <button type="button" className={css['link']} data-tone="amber" onClick={press}>
      <IconPlugConnectedX size={14} stroke={1.6} aria-hidden="true" />
      <span role="status">
        <b>{words}</b> {t('workGoesOn')}
      </span>
    </button>
  );
}
