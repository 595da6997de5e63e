import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/dialogs.module.css';
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
  const common = useWords('common');
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
    <Dialog opened title={t('mergeTitle', { number: facts.ticket.number ?? facts.ticket.title })} onClose={onClose}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className={css['lead']}>{t('mergeLead')}</p>
        <TicketPicker
          facts={facts}
          label={t('mergeInto')}
          chosen={chosen}
          onChoose={setChosen}
          openOnly
          error={tried && !chosen ? t('pickChoose') : undefined}
        />
        {merge.error && <Note tone="red" title={words(merge.error)} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton type="submit" variant="danger" busy={merge.busy}>
            {chosen ? t('mergeWith', { number: chosen.number ?? t('noNumber') }) : t('merge')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

/** It has to do with another ticket, or with a document. */
export function LinkTicketDialog({ facts, onClose }: { facts: TicketFacts; onClose: () => void }) {
  const t = useWords('queues');
  const common = useWords('common');
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
    <Dialog opened title={t('linkTitle')} onClose={onClose}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
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
        {link.error && <Note tone="red" title={words(link.error)} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton type="submit" variant="filled" busy={link.busy}>
            {t('link')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
