import { type ReactNode, useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { Note } from '#renderer/components/note.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/registration/registration.module.css';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { DocumentRow } from '#shared/domain/document.ts';
import type { JournalOffer } from '#shared/queries/registration.ts';

/** Journal, case file and date, and the number that the document gets: shown before, so that it can be written on the paper at once. */
export function RegisterDialog(props: {
  document: DocumentRow;
  onClose: () => void;
  /** Another way to the same end. */
  aside?: ReactNode;
}) {
  const { document, onClose } = props;
  const t = useWords('registration');
  const words = useErrorWords();
  const today = useClock().today();
  const [date, setDate] = useState<string | null>(today);
  const [journalId, setJournalId] = useState<string | null>(null);
  const [caseFileId, setCaseFileId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const register = useCommand('document.register');
  const next = useQuery('registration.next', { documentId: document.id, date: date ?? today, caseFileId }).data;
  const offers = next?.offers ?? [];
  const offer = offers.find((one) => one.journal.id === journalId) ?? offers[0];
  const caseFile = next?.caseFiles.find((one) => one.id === caseFileId);
  const send = async () => {
    setTried(true);
    if (!date || !offer || next?.date !== date) return;
    // The number of another day, or of another case file where it stands in the number, would be one that nobody has seen.
    if (next.caseFileId !== caseFileId && offer.journal.pattern.includes('{case')) return;
    const { blockId, seq, number } = offer.next ?? { blockId: null, seq: null, number: null };
    const place = { journalId: offer.journal.id, caseFileId: caseFile?.id ?? null };
    const reply = await register.run({ id: document.id, ...place, date, blockId, seq });
    if (!reply) return;
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t('done'),
      object: number ?? t('fromCentre'),
    });
    onClose();
  };
  return (
    <FormDialog
      title={t('title')}
      width={460}
      action={t('register')}
      focusAction
      busy={register.busy}
      error={register.error && words(register.error)}
      send={send}
      onClose={onClose}
    >
      {next && !offer && <Note tone="amber" title={t('noJournal')} />}
      {offer && <NumberToCome offer={offer} />}
      <SelectField
        label={t('journal')}
        value={offer?.journal.id ?? null}
        choices={offers.map(({ journal }) => ({ value: journal.id, label: journal.name }))}
        onChange={setJournalId}
      />
      <SelectField
        label={t('caseFile')}
        value={caseFile?.id ?? null}
        choices={(next?.caseFiles ?? []).map((one) => ({ value: one.id, label: `${one.index} ${one.title}` }))}
        onChange={setCaseFileId}
        placeholder={t('noCaseFile')}
        search
        clearable
      />
      <DateField
        label={t('date')}
        value={date}
        onChange={(chosen) => {
          register.clear();
          setDate(chosen);
        }}
        today={today}
        error={tried && !date ? t('dateEmpty') : undefined}
        required
      />
      {props.aside}
    </FormDialog>
  );
}

/** What the number will be, or who gives it and why. */
function NumberToCome({ offer }: { offer: JournalOffer }) {
  const t = useWords('registration');
  const { journal, next, left } = offer;
  const why = next
    ? `${t('numberOwn')} ${t('numberLeft', { count: left })}`
    : t(journal.leaseSize === 0 ? 'centreOnly' : 'noneLeft');
  return (
    <div className={css['number']} role="status">
      <span className={css['caption']}>{t('number')}</span>
      <span className={css['given']}>{next ? <RegistrationNumber number={next.number} /> : t('fromCentre')}</span>
      <span className={css['caption']}>{why}</span>
    </div>
  );
}
