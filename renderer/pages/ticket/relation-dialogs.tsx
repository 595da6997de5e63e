import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { DocumentPicker } from '#renderer/pages/ticket/document-picker.tsx';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { type PickedTicket, TicketPicker } from '#renderer/pages/ticket/ticket-picker.tsx';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { ticketLinkKinds } from '#shared/domain/service/ticket-link.ts';

type Kind = (typeof ticketLinkKinds)[number];
/** `split` is made by splitting only. */
const chosenKinds = ticketLinkKinds.filter((one) => one !== 'split');

/** Two requests about the same thing become one. */
export function MergeDialog({ facts, onClose }: { facts: TicketFacts; onClose: () => void }) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const merge = useCommand('ticket.merge');
  const [chosen, setChosen] = useState<PickedTicket | null>(null);
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!chosen || !(await merge.run({ id: facts.ticket.id, intoId: chosen.id }))) return;
    tell(t('done_merge'), chosen.number ?? chosen.title);
    onClose();
  };
  return (
    <FormDialog
      title={t('mergeTitle', { number: facts.ticket.number ?? facts.ticket.title })}
      lead={t('mergeLead')}
      action={chosen ? t('mergeWith', { number: chosen.number ?? t('noNumber') }) : t('merge')}
      danger
      busy={merge.busy}
      error={merge.error && words(merge.error)}
      send={send}
      onClose={onClose}
    >
      <TicketPicker
        facts={facts}
        label={t('mergeInto')}
        chosen={chosen}
        onChoose={setChosen}
        openOnly
        error={tried && !chosen ? t('pickChoose') : undefined}
      />
    </FormDialog>
  );
}

/** It has to do with another ticket, or with a document. */
export function LinkTicketDialog({ facts, onClose }: { facts: TicketFacts; onClose: () => void }) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const link = useCommand('ticket.link');
  const [entity, setEntity] = useState<'ticket' | 'document'>('ticket');
  const [kind, setKind] = useState<Kind>('related');
  const [chosen, setChosen] = useState<PickedTicket | null>(null);
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!chosen) return;
    const order = { id: facts.ticket.id, otherEntity: entity, otherId: chosen.id, kind };
    if (!(await link.run({ ...order, linked: true }))) return;
    tell(t('done_link'), chosen.number ?? chosen.title, () => runCommand('ticket.link', { ...order, linked: false }));
    onClose();
  };
  const shared = {
    chosen,
    onChoose: setChosen,
    error: tried && !chosen ? t('pickChoose') : undefined,
  };
  return (
    <FormDialog
      title={t('linkTitle')}
      action={t('link')}
      busy={link.busy}
      error={link.error && words(link.error)}
      send={send}
      onClose={onClose}
    >
      <Segmented
        label={t('linkWith')}
        value={entity}
        choices={[
          { value: 'ticket', label: t('linkTicket') },
          { value: 'document', label: t('linkDocument') },
        ]}
        onChange={(next) => {
          setEntity(next);
          setChosen(null);
        }}
      />
      {entity === 'ticket' ? (
        <TicketPicker facts={facts} label={t('pickTicket')} openOnly={false} {...shared} />
      ) : (
        <DocumentPicker label={t('pickDocument')} {...shared} />
      )}
      <SelectField
        label={t('linkKind')}
        value={kind}
        choices={chosenKinds.map((one) => ({ value: one, label: t(`link_${one}`) }))}
        onChange={(next) => setKind(chosenKinds.find((one) => one === next) ?? 'related')}
      />
    </FormDialog>
  );
}
