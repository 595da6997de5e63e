import { KeyValues } from '#renderer/components/key-values.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { ContractFacts } from '#renderer/pages/contract/contract-facts.ts';
import { KeyDates } from '#renderer/pages/contract/key-dates.tsx';
import { MoneyPanel } from '#renderer/pages/contract/money-panel.tsx';
import { PartyPanel } from '#renderer/pages/contract/party-panel.tsx';
import css from '#renderer/pages/contract/side.module.css';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { OriginalsSection } from '#renderer/pages/control/originals-section.tsx';
import { ReadersSection } from '#renderer/pages/document/readers-section.tsx';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { RecordPath } from '#renderer/pages/record/record-path.tsx';
import { RecordReceipts } from '#renderer/pages/record/record-receipts.tsx';
import type { RelatedDocument } from '#shared/queries/contract.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

export interface ContractSideProps {
  card: DocumentCard;
  facts: ContractFacts;
  onTab: (tab: string) => void;
}

/** How many links the panel names; the rest is in their tab. */
const SHOWN = 5;

/** The same on every tab: dates, money, the other side, links, the paper, the way to the centre. */
export function ContractSide(props: ContractSideProps) {
  const t = useWords('contract');
  return (
    <SidePanel label={t('tab_side')}>
      <SideParts {...props} />
    </SidePanel>
  );
}

/** The panel's contents; a tab of its own where the window is narrow. */
export function SideParts({ card, facts, onTab }: ContractSideProps) {
  const t = useWords('contract');
  const words = useWords('card');
  const common = useWords('common');
  const clock = useClock();
  const { document } = card;
  const linked: RelatedDocument[] = [...facts.tree.filter((one) => !one.self), ...facts.links];
  return (
    <>
      <h2 className="op-hidden">{t('tab_side')}</h2>
      <KeyDates document={document} lines={facts.keyDates} />
      <MoneyPanel document={document} money={facts.money} />
      <PartyPanel party={facts.party} />
      {linked.length > 0 && (
        <PanelSection title={t('tab_links')}>
          <RelatedList documents={linked.slice(0, SHOWN)} />
          {linked.length > SHOWN && (
            <p className={css['way']}>
              <LinkButton onClick={() => onTab('links')}>{t('toTab')}</LinkButton>
            </p>
          )}
        </PanelSection>
      )}
      <OriginalsSection document={document} party={card.counterparty ? partyTitle(card.counterparty) : null} />
      <PanelSection title={words('path')}>
        {/* A file or a message changes the receipt without changing the document: the path is read again then. */}
        <RecordPath key={`${card.receipt.state} ${card.receipt.at}`} entity="document" id={document.id} />
        <RecordReceipts
          key={`receipts ${card.receipt.state} ${card.receipt.at}`}
          entity="document"
          id={document.id}
          inCard
        />
      </PanelSection>
      <ReadersSection document={document} />
      <PanelSection title={words('origin')}>
        <KeyValues
          entries={[
            [words('author'), card.authorName ?? common('none')],
            [words('entered'), clock.moment(document.createdAt)],
            [
              words('received'),
              document.receivedAt === null ? words('notReceived') : clock.moment(document.receivedAt),
            ],
            document.deviceName ? [words('device'), document.deviceName] : null,
          ]}
        />
      </PanelSection>
    </>
  );
}

/** Documents in a line each: picture of the kind, number and subject, glyph of the state. */
function RelatedList({ documents }: { documents: readonly RelatedDocument[] }) {
  const status = useWords('status');
  const kindOf = useKindWords();
  const words = useContractWords();
  return (
    <ul className={css['links']}>
      {documents.map((one) => (
        <li key={one.id}>
          <KindIcon kind={one.kind} />
          <a href={`#/documents/${one.id}`} title={words.related(one)}>
            <span className="op-hidden">{kindOf(one)} </span>
            {words.related(one)}
          </a>
          <span title={status(`state_${one.state}`)}>
            <StatusGlyph status={one.state} />
            <span className="op-hidden">{status(`state_${one.state}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
