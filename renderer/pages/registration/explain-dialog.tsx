import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { rangeOf, rangesToSend, type ToExplain } from '#renderer/pages/registration/gap-lines.ts';
import css from '#renderer/pages/registration/journals.module.css';
import { WholeField } from '#renderer/pages/registration/whole-field.tsx';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { gapReasons } from '#shared/domain/registration/journal.ts';

type Reason = (typeof gapReasons)[number];

/** Says for the auditor why numbers have no document: for one range, or a part of it, or for several at once. */
export function ExplainDialog(props: { asked: ToExplain; onClose: () => void; onDone: () => void }) {
  const { journalId, period, ranges: given, skipped } = props.asked;
  const t = useWords('journals');
  const record = useWords('record');
  const words = useErrorWords();
  const [only] = given.length === 1 ? given : [];
  const [part, setPart] = useState<{ from: number | null; to: number | null }>(only ?? { from: null, to: null });
  const [reason, setReason] = useState<Reason>('damaged');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { ranges, fault } = rangesToSend(props.asked, part);
  const explain = useAction(async () => {
    const said = { journalId, period, reason, note: note.trim() };
    await runCommands(ranges.map((range) => ({ name: 'number.explain' as const, args: { ...said, ...range } })));
    const object = ranges.map(rangeOf).join(', ');
    useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title: t('explainDone'), object });
    props.onDone();
  });
  const send = () => {
    setTried(true);
    if (note.trim() === '' || fault) return false;
    void explain.run();
    return true;
  };
  return (
    <FormDialog
      title={t('explainTitle')}
      width={480}
      action={t('explain')}
      busy={explain.busy}
      error={fault === 'empty' ? t('explainNothing') : explain.error && words(explain.error)}
      send={send}
      onClose={props.onClose}
    >
      {only && only.to > only.from && (
        <div className={css['pair']}>
          <WholeField
            label={t('explainFrom')}
            value={part.from}
            onChange={(from) => setPart((before) => ({ ...before, from }))}
            error={tried && fault === 'from' ? t('explainRangeWrong', { from: only.from, to: only.to }) : undefined}
          />
          <WholeField
            label={t('explainTo')}
            value={part.to}
            onChange={(to) => setPart((before) => ({ ...before, to }))}
            error={
              tried && fault === 'to'
                ? t('explainRangeWrong', { from: part.from ?? only.from, to: only.to })
                : undefined
            }
          />
        </div>
      )}
      {!(only && only.to > only.from) && given.length > 0 && (
        <div>
          <span className={css['caption']}>{t('explainRanges')}</span>
          <ul className={css['ranges']}>
            {given.map((range) => (
              <li key={range.from} className="op-figures">
                {rangeOf(range)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {skipped > 0 && <p className={css['quiet']}>{t('explainSkipped', { count: skipped })}</p>}
      <SelectField
        label={t('explainReason')}
        value={reason}
        choices={gapReasons.map((one) => ({ value: one, label: record(`${one}Gap`) }))}
        onChange={(next) => next && setReason(next as Reason)}
      />
      <TextField
        label={t('explainNote')}
        value={note}
        onChange={setNote}
        error={tried && note.trim() === '' ? t('explainNoteEmpty') : undefined}
        rows={2}
        maxLength={2_000}
        autoFocus
        required
      />
    </FormDialog>
  );
}
