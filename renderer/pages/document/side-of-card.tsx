import { KeyValues } from '#renderer/components/key-values.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { ControlSection } from '#renderer/pages/control/control-section.tsx';
import { OriginalsSection } from '#renderer/pages/control/originals-section.tsx';
import { ReadersSection } from '#renderer/pages/document/readers-section.tsx';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { RecordPath } from '#renderer/pages/record/record-path.tsx';
import { RecordReceipts } from '#renderer/pages/record/record-receipts.tsx';
import { RegistrationSection } from '#renderer/pages/registration/registration-section.tsx';
import type { DocumentCard } from '#shared/queries/document.ts';

/** The same on every tab: the way of the record to the centre, the other side, where the record comes from. */
export function SideOfCard({ card }: { card: DocumentCard }) {
  const t = useWords('card');
  return (
    <SidePanel label={t('tabPath')}>
      <SideSections card={card} />
    </SidePanel>
  );
}

const figures = (text: string) => <span className="op-figures">{text}</span>;

/** The panel's contents; also a tab of its own where the window is narrow. */
export function SideSections({ card }: { card: DocumentCard }) {
  const t = useWords('card');
  const common = useWords('common');
  const clock = useClock();
  const { document, counterparty } = card;
  return (
    <>
      <h2 className="op-hidden">{t('tabPath')}</h2>
      <RegistrationSection document={document} />
      <ControlSection document={document} />
      <PanelSection title={t('path')}>
        {/* A file or a message changes the receipt without changing the document: the path is read again then. */}
        <RecordPath key={`${card.receipt.state} ${card.receipt.at}`} entity="document" id={document.id} />
        <RecordReceipts
          key={`receipts ${card.receipt.state} ${card.receipt.at}`}
          entity="document"
          id={document.id}
          inCard
        />
      </PanelSection>
      {counterparty && (
        <PanelSection title={t('counterparty')}>
          <KeyValues
            entries={[
              [
                t('partyName'),
                <a key="party" href={`#/counterparties/${counterparty.id}`}>
                  {partyTitle(counterparty)}
                </a>,
              ],
              counterparty.inn ? [t('inn'), figures(counterparty.inn)] : null,
              counterparty.kpp ? [t('kpp'), figures(counterparty.kpp)] : null,
              counterparty.phone ? [t('phone'), counterparty.phone] : null,
            ]}
          />
        </PanelSection>
      )}
      <OriginalsSection document={document} party={counterparty ? partyTitle(counterparty) : null} />
      <ReadersSection document={document} />
      <PanelSection title={t('origin')}>
        <KeyValues
          entries={[
            [t('author'), card.authorName ?? common('none')],
            [t('entered'), figures(clock.moment(document.createdAt))],
            [
              t('received'),
              document.receivedAt === null ? t('notReceived') : figures(clock.moment(document.receivedAt)),
            ],
            document.deviceName ? [t('device'), document.deviceName] : null,
            document.sourceFormat ? [t('source'), document.sourceFormat] : null,
          ]}
        />
      </PanelSection>
    </>
  );
}
