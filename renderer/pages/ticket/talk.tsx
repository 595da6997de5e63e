import { IconPaperclip } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { FileReceipt } from '#renderer/pages/files/file-parts.tsx';
import { useDownload } from '#renderer/pages/files/use-download.ts';
import css from '#renderer/pages/ticket/talk.module.css';
import { linesFor, talkEntries } from '#renderer/pages/ticket/talk-order.ts';
import type { EventLine, TalkLine, TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useEventWords } from '#renderer/pages/ticket/use-event-words.ts';
import { useNearTime } from '#renderer/pages/ticket/use-near-time.ts';
import { useValueWords } from '#renderer/pages/ticket/use-value-words.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** How far the two times of a line may lie apart before the second is told, in milliseconds. */
const NEAR = 5 * 60_000;

/** What was said and what happened, in one order: messages, notes of the desk, events, files. The newest is kept in sight. */
export function Talk(props: { facts: TicketFacts; wordsOnly?: boolean; opening?: boolean; follow?: boolean }) {
  const { facts, wordsOnly = false, opening = false } = props;
  const t = useWords('talk');
  const { ticket, requester } = facts;
  const asked = useQuery('document.card', { id: ticket.id });
  const files = (asked.current && asked.data?.attachments) || [];
  const entries = talkEntries(linesFor(facts.talk, facts.may.desk), files, wordsOnly);
  const end = useRef<HTMLDivElement>(null);
  const said = entries.length;
  const before = useRef(said);
  // A line that has come while the ticket is open is brought into sight; what was there is read from the top.
  useEffect(() => {
    if (props.follow && before.current > 0 && said > before.current) end.current?.scrollIntoView({ block: 'nearest' });
    before.current = said;
  }, [said, props.follow]);
  return (
    <>
      <ol className={css['lines']} aria-label={t('title')} aria-live="polite">
        {opening && (
          <Said
            id={requester.id}
            name={requester.fullName}
            at={ticket.occurredAt}
            receivedAt={ticket.receivedAt}
            device={ticket.deviceName}
          >
            <Filled facts={facts} />
          </Said>
        )}
        {entries.map((entry) =>
          entry.type === 'files' ? (
            <Plain
              key={entry.key}
              title={t('files', { count: entry.files.length })}
              who={entry.authorName}
              at={entry.at}
            >
              <Files files={entry.files} />
            </Plain>
          ) : entry.line.type === 'event' ? (
            <Happened key={entry.key} line={entry.line} facts={facts} />
          ) : (
            <Spoken key={entry.key} line={entry.line} files={entry.files} />
          ),
        )}
      </ol>
      {entries.length === 0 && !opening && <p className={css['quiet']}>{t('empty')}</p>}
      <div ref={end} />
    </>
  );
}

/** What was filled in, as the first words of the requester. */
function Filled({ facts }: { facts: TicketFacts }) {
  const words = useValueWords();
  const { values, names } = facts;
  return (
    <dl className={css['filled']}>
      {values.map((one) => (
        <div key={one.key} data-long={one.type === 'long_text' || undefined}>
          <dt>{one.label}</dt>
          <dd>{words(one.type, one.value, names)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Spoken({ line, files }: { line: Exclude<TalkLine, EventLine>; files: readonly AttachmentInfo[] }) {
  const t = useWords('talk');
  return (
    <Said
      id={line.authorId}
      name={line.authorName ?? t('someone')}
      at={line.occurredAt}
      receivedAt={line.pending ? null : (line.receivedAt ?? line.occurredAt)}
      device={line.deviceName}
      kind={line.type === 'note' ? 'note' : line.fromDesk ? 'desk' : 'requester'}
    >
      <p className={css['words']}>{line.text}</p>
      {files.length > 0 && <Files files={files} />}
    </Said>
  );
}

function Said(props: {
  id: string;
  name: string;
  at: number;
  receivedAt: number | null;
  device: string | null;
  kind?: 'note' | 'desk' | 'requester';
  children: ReactNode;
}) {
  const t = useWords('talk');
  const near = useNearTime();
  const clock = useClock();
  return (
    <li className={css['line']} data-kind={props.kind ?? 'requester'}>
      <PersonAvatar id={props.id} name={props.name} decorative />
      <div className={css['said']}>
        <div className={css['head']}>
          <b>{props.name}</b>
          <span className={css['quiet']} title={[clock.moment(props.at), props.device].filter(Boolean).join(' · ')}>
            {near(props.at)}
            {props.kind === 'note' && ` · ${t('note')}`}
          </span>
          <Arrived at={props.at} receivedAt={props.receivedAt} />
        </div>
        {props.children}
      </div>
    </li>
  );
}

/** When the centre learned of it, where that was later; that it has not yet. */
function Arrived({ at, receivedAt }: { at: number; receivedAt: number | null }) {
  const t = useWords('talk');
  const near = useNearTime();
  if (receivedAt === null) return <span className={css['late']}>{t('unsent')}</span>;
  if (receivedAt - at <= NEAR) return null;
  return <span className={css['late']}>{t('arrived', { time: near(receivedAt) })}</span>;
}

function Happened({ line, facts }: { line: EventLine; facts: TicketFacts }) {
  const t = useWords('talk');
  const told = useEventWords()(line, facts);
  // Whoever sent the request has not chosen who gets it: the centre has, by the rule of the service.
  const byRule = line.kind === 'queued';
  const who = byRule ? t('byRule') : line.authorId === 'centre' ? t('centre') : (line.authorName ?? t('someone'));
  return (
    <Plain
      title={told.title}
      who={who}
      at={line.occurredAt}
      device={byRule ? null : line.deviceName}
      receivedAt={line.pending ? null : (line.receivedAt ?? line.occurredAt)}
    >
      {told.text && <p className={css['words']}>{told.text}</p>}
      {told.changes.length > 0 && (
        <ul className={css['changes']}>
          {told.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </Plain>
  );
}

function Plain(props: {
  title: string;
  who: string | null;
  at: number;
  device?: string | null;
  receivedAt?: number | null;
  children?: ReactNode;
}) {
  const t = useWords('talk');
  const near = useNearTime();
  const clock = useClock();
  return (
    <li className={css['event']}>
      <span className={css['dot']} aria-hidden="true" />
      <div className={css['said']}>
        <div className={css['head']}>
          <span className={css['what']}>{props.title}</span>
          <span className={css['quiet']} title={clock.moment(props.at)}>
            {props.who ? t('line', { who: props.who, time: near(props.at) }) : near(props.at)}
          </span>
          {props.device && <span className={css['device']}>{t('device', { device: props.device })}</span>}
          {props.receivedAt !== undefined && <Arrived at={props.at} receivedAt={props.receivedAt} />}
        </div>
        {props.children}
      </div>
    </li>
  );
}

function Files({ files }: { files: readonly AttachmentInfo[] }) {
  const formats = useFormats();
  const t = useWords('queues');
  const download = useDownload();
  return (
    <ul className={css['files']}>
      {files.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            title={t('download', { name: file.name })}
            disabled={download.busy}
            onClick={() => void download.run(file)}
          >
            <IconPaperclip size={14} stroke={1.6} aria-hidden="true" />
            <span className="op-ellipsis">{file.name}</span>
            <span className={css['size']}>{formats.size(file.size)}</span>
          </button>
          <FileReceipt version={file} />
        </li>
      ))}
    </ul>
  );
}
