import { IconArrowsDiagonal, IconX } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparties/counterparties.module.css';
import { DuplicatesNote } from '#renderer/pages/counterparty/duplicates-note.tsx';
import { KindSums } from '#renderer/pages/counterparty/kind-sums.tsx';
import { Requisites } from '#renderer/pages/counterparty/requisites.tsx';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import { usePanels } from '#renderer/state/panels.ts';

/** The counterparty under the cursor: requisites with their checks, contacts, sums of its documents. */
export function PartyPreview({ id }: { id: string | null }) {
  const t = useWords('counterparties');
  const navigate = useNavigate();
  const showPreview = usePanels((panels) => panels.showPreview);
  const { data } = useQuery('counterparty.card', id ? { id } : null);
  const card = id && data?.counterparty.id === id ? data : null;
  const open = () => navigate(`/counterparties/${id}`);
  const tools = (
    <>
      {card && (
        <IconButton label={t('openCard')} keys={['Enter']} onClick={open}>
          <IconArrowsDiagonal size={16} stroke={1.6} />
        </IconButton>
      )}
      <IconButton label={t('closePreview')} keys={['Space']} onClick={() => showPreview(false)}>
        <IconX size={16} stroke={1.6} />
      </IconButton>
    </>
  );
  if (!card) {
    return (
      <SidePanel label={t('preview')} tools={tools}>
        {!id && <p className={css['quiet']}>{t('selectRowHint')}</p>}
      </SidePanel>
    );
  }
  const { counterparty } = card;
  return (
    <SidePanel
      label={t('preview')}
      header={
        <>
          <span className="op-ellipsis">{counterparty.name}</span>
          <RecordReceipt entity="counterparty" id={counterparty.id} receipt={card.receipt} />
        </>
      }
      tools={tools}
      footer={
        <ActionButton variant="filled" grow keys={['Enter']} onClick={open}>
          {t('openCard')}
        </ActionButton>
      }
    >
      <PanelSection>
        <h2 className={css['heading']}>{partyTitle(counterparty)}</h2>
        <DuplicatesNote own={counterparty} duplicates={card.duplicates} />
      </PanelSection>
      <PanelSection title={t('requisites')}>
        <Requisites counterparty={counterparty} />
      </PanelSection>
      {(counterparty.phone || counterparty.email || counterparty.address) && (
        <PanelSection title={t('contacts')}>
          <KeyValues
            entries={[
              counterparty.phone ? [t('phone'), counterparty.phone] : null,
              counterparty.email ? [t('email'), counterparty.email] : null,
              counterparty.address ? [t('address'), counterparty.address] : null,
            ]}
          />
        </PanelSection>
      )}
      <PanelSection title={t('sums')}>
        <KindSums card={card} />
      </PanelSection>
    </SidePanel>
  );
}
