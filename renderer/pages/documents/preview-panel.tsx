import { IconArrowsDiagonal, IconX } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { Receipt } from '#renderer/components/receipt.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { StatusPill } from '#renderer/components/status.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useReceiptWords } from '#renderer/data/use-receipt-words.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import css from '#renderer/pages/documents/documents.module.css';
import { FirstFile } from '#renderer/pages/files/first-file.tsx';
import { DuePill } from '#renderer/pages/record/due-pill.tsx';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import { usePanels } from '#renderer/state/panels.ts';
import { isContract } from '#shared/domain/document.ts';

/** The document under the cursor: its file first, then its facts. */
export function PreviewPanel({ id }: { id: string | null }) {
  const t = useWords('documents');
  const common = useWords('common');
  const contract = useWords('contract');
  const words = useContractWords();
  const receipt = useReceiptWords();
  const navigate = useNavigate();
  const { branchOf } = useDirectory();
  const showPreview = usePanels((panels) => panels.showPreview);
  const { data } = useQuery('document.card', id ? { id } : null);
  const card = id && data?.document.id === id ? data : null;
  const tools = (
    <>
      {card && (
        <IconButton label={t('openCard')} keys={['Enter']} onClick={() => navigate(`/documents/${card.document.id}`)}>
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
  const { document, counterparty } = card;
  return (
    <SidePanel
      label={t('preview')}
      header={
        <>
          <RegistrationNumber number={document.number} plain />{' '}
          <RecordReceipt entity="document" id={document.id} receipt={card.receipt} />
        </>
      }
      tools={tools}
      footer={
        <ActionButton variant="filled" grow keys={['Enter']} onClick={() => navigate(`/documents/${document.id}`)}>
          {t('openCard')}
        </ActionButton>
      }
    >
      <PanelSection>
        <h2 className={css['heading']}>{document.subject}</h2>
        <div className={css['pills']}>
          <StatusPill status={card.conflicts.length > 0 ? 'conflict' : document.state} />
          {document.dueDate && !isContract(document.kind) && (
            <DuePill dueDate={document.dueDate} state={document.state} />
          )}
        </div>
      </PanelSection>
      {card.attachments.length > 0 && <FirstFile attachments={card.attachments} />}
      <PanelSection>
        <KeyValues
          entries={[
            counterparty
              ? [
                  t('counterparty'),
                  <a key="party" className="op-ellipsis" href={`#/counterparties/${counterparty.id}`}>
                    {partyTitle(counterparty)}
                  </a>,
                ]
              : null,
            counterparty?.inn
              ? [
                  t('inn'),
                  <span key="inn" className="op-figures">
                    {counterparty.inn}
                  </span>,
                ]
              : null,
            [t('date'), formatDate(document.date)],
            document.amount === null
              ? null
              : [
                  t('conditionAmount'),
                  <b key="sum" className="op-figures">
                    {formatMoney(document.amount, document.currency)}
                  </b>,
                ],
            document.contractType ? [t('conditionType'), contract(`${document.contractType}Type`)] : null,
            isContract(document.kind)
              ? [contract('term'), words.term(document.effectiveFrom, document.expiresOn)]
              : null,
            document.responsibleId && card.responsibleName
              ? [
                  t('responsible'),
                  <>
                    <PersonAvatar id={document.responsibleId} name={card.responsibleName} decorative />{' '}
                    {card.responsibleName}
                  </>,
                ]
              : null,
            [t('branch'), branchOf(document.branchId)?.city ?? common('none')],
            document.note ? [t('note'), document.note.slice(0, 300)] : null,
            [t('receipt'), <ReceiptLine key="receipt" {...receipt(card.receipt)} />],
          ]}
        />
      </PanelSection>
    </SidePanel>
  );
}

function ReceiptLine(props: ReturnType<ReturnType<typeof useReceiptWords>>) {
  const t = useWords('status');
  const words = t(`receipt_${props.receipt}`);
  return (
    <>
      <Receipt {...props} />
      <span>
        {props.reason
          ? t('receiptWhy', { words, reason: props.reason })
          : props.time
            ? t('receiptAt', { words, time: props.time })
            : words}
      </span>
    </>
  );
}
