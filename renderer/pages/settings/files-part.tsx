import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/files/transfers.module.css';
import { useFileRoom } from '#renderer/pages/files/use-file-room.ts';
import settings from '#renderer/pages/settings/settings.module.css';
import { useLink } from '#renderer/state/link.ts';
import type { FileSpace } from '#shared/ipc/file-channels.ts';

const giga = 1024 ** 3;
const limits = [0.5, 1, 2, 5, 10, 20, 50, 100].map((size) => size * giga);

/** The room for files of this workstation: what takes it, its limit, and freeing it at once. */
export function FilesPart() {
  const t = useWords('transfers');
  const words = useErrorWords();
  const navigate = useNavigate();
  const { size } = useFormats();
  const { space, limit, free, freed } = useFileRoom();
  const online = useLink((link) => link.status?.link === 'online');
  if (!space) return null;
  const choices = [...new Set([...limits, space.limit])].sort((one, other) => one - other);
  const reason = !online ? t('needsLink') : space.spare.files === 0 ? t('nothingSpare') : undefined;
  const error = limit.error ?? free.error;
  return (
    <section className={settings['part']} aria-label={t('room')}>
      <h2>{t('room')}</h2>
      <div className={css['room']}>
        <Line label={t('limit')} hint={t('limitHint')}>
          <Select
            w={140}
            aria-label={t('limit')}
            data={choices.map((bytes) => ({ value: String(bytes), label: size(bytes) }))}
            value={String(space.limit)}
            onChange={(value) => value && void limit.run(Number(value))}
            allowDeselect={false}
            comboboxProps={{ shadow: 'md' }}
          />
        </Line>
        <Room space={space} />
        {space.used > space.limit && <Note tone="amber" title={t('over')} />}
        {error && <Note tone="red" title={words(error)} />}
        <Line label={t('free')} hint={reason ?? t('freeHint')} id="files-free">
          <ActionButton busy={free.busy} reason={reason} reasonId="files-free" onClick={() => void free.run()}>
            {space.spare.files > 0 ? `${t('free')} · ${size(space.spare.bytes)}` : t('free')}
          </ActionButton>
        </Line>
        {freed !== null && (
          <Note tone="green" title={freed > 0 ? t('freed', { size: size(freed) }) : t('freedNothing')} />
        )}
        <LinkButton onClick={() => navigate('/files')}>{t('all')}</LinkButton>
      </div>
    </section>
  );
}

/** What takes the room, as a bar and in words: only here, kept, the rest. */
function Room({ space }: { space: FileSpace }) {
  const t = useWords('transfers');
  const { size } = useFormats();
  const whole = Math.max(space.limit, space.used);
  const parts = [
    { part: 'only', ...space.onlyHere, label: t('onlyHere'), hint: t('onlyHereHint') },
    { part: 'pinned', ...space.pinned, label: t('pinned'), hint: '' },
    { part: 'rest', ...space.spare, label: t('spare'), hint: '' },
  ];
  const told = t('usedOf', { used: size(space.used), limit: size(space.limit) });
  return (
    <>
      <p className={css['told']}>
        {t('used')} <b className="op-figures">{told}</b> · {t('usedFiles', { count: space.files })}
      </p>
      <div className={css['roomTrack']} role="img" aria-label={`${t('used')} ${told}`}>
        {parts.map(({ part, bytes }) => (
          <div key={part} data-part={part} style={{ width: `${(bytes / whole) * 100}%` }} />
        ))}
      </div>
      <dl className={css['legend']}>
        {parts.map(({ part, label, files, bytes, hint }) => (
          <div key={part} style={{ display: 'contents' }}>
            <dt data-part={part}>{label}</dt>
            <dd className="op-figures">{size(bytes)}</dd>
            <dd>
              <small>{files > 0 ? [t('usedFiles', { count: files }), hint].filter(Boolean).join(' · ') : ''}</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Line(props: { label: string; hint: string; id?: string; children: ReactNode }) {
  return (
    <div className={settings['line']}>
      <div>
        <p>{props.label}</p>
        <p className={settings['quiet']} id={props.id}>
          {props.hint}
        </p>
      </div>
      {props.children}
    </div>
  );
}
