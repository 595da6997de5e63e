import { Switch } from '@mantine/core';
import { useState } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/settings/settings.module.css';
import { parseTime, useNotices } from '#renderer/state/notices.ts';

/** Whether and when this workstation tells of new work. */
export function NoticesPart() {
  const t = useWords('work');
  const notices = useNotices();
  const able = typeof Notification !== 'undefined';
  const [denied, setDenied] = useState(able && Notification.permission === 'denied');
  // The system is asked only here, when the person wants notices.
  const turn = async (on: boolean) => {
    if (!on) return notices.change({ on });
    const answer = able ? await Notification.requestPermission() : 'denied';
    setDenied(answer !== 'granted');
    notices.change({ on: answer === 'granted' });
  };
  return (
    <section className={css['part']} aria-label={t('notices')}>
      <h2>{t('notices')}</h2>
      <Flag label={t('noticesOn')} hint={t('noticesOnHint')} value={notices.on} onChange={(on) => void turn(on)} />
      {denied && <Note tone="amber" title={t('noticesDenied')} />}
      {notices.on && (
        <>
          <Flag
            label={t('quiet')}
            hint={t('quietHint')}
            value={notices.quiet}
            onChange={(quiet) => notices.change({ quiet })}
          />
          {notices.quiet && (
            <div className={css['times']}>
              <TimeField
                label={t('quietFrom')}
                value={notices.quietFrom}
                onChange={(quietFrom) => notices.change({ quietFrom })}
              />
              <TimeField
                label={t('quietTo')}
                value={notices.quietTo}
                onChange={(quietTo) => notices.change({ quietTo })}
              />
            </div>
          )}
          <Flag
            label={t('quietWeekends')}
            value={notices.quietWeekends}
            onChange={(quietWeekends) => notices.change({ quietWeekends })}
          />
          <Flag
            label={t('digest')}
            hint={t('digestHint')}
            value={notices.digest}
            onChange={(digest) => notices.change({ digest })}
          />
          {notices.digest && (
            <div className={css['times']}>
              <TimeField
                label={t('digestAt')}
                value={notices.digestAt}
                onChange={(digestAt) => notices.change({ digestAt })}
              />
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Flag(props: { label: string; hint?: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <div className={css['line']}>
      <div>
        <p>{props.label}</p>
        {props.hint && <p className={css['quiet']}>{props.hint}</p>}
      </div>
      <Switch
        aria-label={props.label}
        checked={props.value}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </div>
  );
}

/** A time as people type it: 9, 9:30, 0930. The former one stays until the new one is understood. */
function TimeField(props: { label: string; value: string; onChange: (time: string) => void }) {
  const t = useWords('work');
  const [typed, setTyped] = useState(props.value);
  const [wrong, setWrong] = useState(false);
  const leave = () => {
    const time = parseTime(typed);
    setWrong(time === null);
    if (time === null) return;
    setTyped(time);
    props.onChange(time);
  };
  return (
    <TextField
      label={props.label}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        setWrong(false);
      }}
      onBlur={leave}
      error={wrong ? t('timeBad') : undefined}
    />
  );
}
