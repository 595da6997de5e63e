import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { KindSums } from '#renderer/pages/counterparty/kind-sums.tsx';
import { RecordPath } from '#renderer/pages/record/record-path.tsx';
import { RecordReceipts } from '#renderer/pages/record/record-receipts.tsx';
import { newestFirst, useDocumentsRegister } from '#renderer/state/documents-register.ts';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';

/** The same on every tab: sums by kind, the way to the documents, the path of the record. */
export function PartySide({ card }: { card: CounterpartyCard }) {
  const t = useWords('counterparties');
  const record = useWords('record');
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 1365px)', false, { getInitialValueInEffect: false });
  const { id } = card.counterparty;
  return (
    <SidePanel label={t('sums')} width={narrow ? 280 : 340}>
      <PanelSection title={t('sums')}>
        <KindSums card={card} />
        {card.documents > 0 && (
          <p>
            <LinkButton
              onClick={() => {
                const filter = { counterpartyId: id };
                useDocumentsRegister.getState().open('all', { filter, sort: newestFirst });
                navigate('/documents');
              }}
            >
              {t('allDocuments', { count: card.documents })}
            </LinkButton>
          </p>
        )}
      </PanelSection>
      <PanelSection title={record('pathTitle')}>
        <RecordPath entity="counterparty" id={id} />
        <RecordReceipts key={`receipts ${card.receipt.state} ${card.receipt.at}`} entity="counterparty" id={id} />
      </PanelSection>
    </SidePanel>
  );
}
