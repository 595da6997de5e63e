import { useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ControlDialog } from '#renderer/pages/control/control-dialog.tsx';
import { ReasonDialog } from '#renderer/pages/control/reason-dialog.tsx';
import { useNoted } from '#renderer/pages/control/use-noted.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

interface OriginalsDialogProps {
  document: DocumentRow;
  onClose: () => void;
}

const textOf = (typed: string): string | null => typed.trim() || null;

/** With whom the paper will be, and by which day it has to be back. `party` is offered: most papers go to the other side. */
export function SendDialog({ document, party, onClose }: OriginalsDialogProps & { party: string | null }) {
  const t = useWords('control');
  const today = useClock().today();
  const isOut = document.originals === 'sent';
  const [place, setPlace] = useState((isOut ? document.originalsPlace : party) ?? '');
  const [dueOn, setDueOn] = useState<string | null>(document.originalsDueOn ?? null);
  const [comment, setComment] = useState('');
  const noted = useNoted(document);
  const command = useCommand('originals.send');
  const send = async () => {
    const given = { id: document.id, place: textOf(place), dueOn, comment: textOf(comment) };
    if (!(await command.run(given))) return false;
    noted(t('sendDone'));
    return true;
  };
  return (
    <ControlDialog title={t('sendTitle')} action={t('send')} {...command} send={send} onClose={onClose}>
      <TextField
        label={t('with')}
        value={place}
        onChange={setPlace}
        hint={t('withHint')}
        maxLength={200}
        autoComplete="off"
        autoFocus
      />
      <DateField label={t('dueBack')} value={dueOn} onChange={setDueOn} today={today} />
      <TextField label={t('note')} value={comment} onChange={setComment} maxLength={2_000} rows={2} />
    </ControlDialog>
  );
}

/** The paper is back, or only has another place: where it is kept. */
export function KeepDialog({ document, received, onClose }: OriginalsDialogProps & { received: boolean }) {
  const t = useWords('control');
  const [place, setPlace] = useState((document.originals === 'sent' ? null : document.originalsPlace) ?? '');
  const noted = useNoted(document);
  const receive = useCommand('originals.receive');
  const keep = useCommand('originals.keep');
  const command = received ? receive : keep;
  const send = async () => {
    const given = { id: document.id, place: textOf(place) };
    const reply = received ? await receive.run({ ...given, comment: null }) : await keep.run(given);
    if (!reply) return false;
    noted(t(received ? 'receiveDone' : 'keepDone'));
    return true;
  };
  const title = t(received ? 'receiveTitle' : 'keepTitle');
  return (
    <ControlDialog
      title={title}
      action={t(received ? 'receive' : 'keepSave')}
      {...command}
      send={send}
      onClose={onClose}
    >
      <TextField
        label={t('place')}
        value={place}
        onChange={setPlace}
        hint={t('placeHint')}
        maxLength={200}
        autoComplete="off"
        autoFocus
      />
    </ControlDialog>
  );
}

/** The paper cannot be found. */
export function LoseDialog({ document, onClose }: OriginalsDialogProps) {
  const t = useWords('control');
  const noted = useNoted(document);
  const lose = useCommand('originals.lose');
  return (
    <ReasonDialog
      title={t('loseTitle')}
      lead={t('loseText')}
      action={t('lose')}
      danger
      command={lose}
      run={(reason) => lose.run({ id: document.id, reason })}
      onDone={() => noted(t('loseDone'))}
      onClose={onClose}
    />
  );
}
