import { IconArchive, IconArchiveOff, IconChevronDown, IconChevronUp, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { StatusPill } from '#renderer/components/status.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount, formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ApprovalButtons, MoreActions } from '#renderer/pages/approval/approval-buttons.tsx';
import type { ApprovalActions } from '#renderer/pages/approval/use-approval-actions.tsx';
import css from '#renderer/pages/document/card-header.module.css';
import { useArchive } from '#renderer/pages/document/use-archive.ts';
import { useKindRights } from '#renderer/pages/document/use-kind-rights.ts';
import type { Neighbours } from '#renderer/pages/document/use-neighbours.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { PrintButton } from '#renderer/pages/print/print-button.tsx';
import { DuePill } from '#renderer/pages/record/due-pill.tsx';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import { RegisterButton } from '#renderer/pages/registration/register-button.tsx';
import type { DocumentCard } from '#shared/queries/document.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** What it is, with whom, how much, where it stands, what can be done now. */
export function CardHeader(props: {
  card: DocumentCard;
  neighbours: Neighbours;
  approval: ApprovalActions;
  onGo: (id: string) => void;
}) {
  const { card, neighbours, approval, onGo } = props;
  const { document, ownKind } = card;
  const t = useWords('card');
  const kindOf = useKindWords();
  const common = useWords('common');
  const words = useErrorWords();
  const navigate = useNavigate();
  const archive = useArchive(document);
  const archived = document.archivedAt !== null;
  const mayEdit = useKindRights().mayEdit(card);
  return (
    <header className={css['header']}>
      <div className={css['row']}>
        <nav className={css['crumbs']} aria-label={t('crumbs')}>
          <a href="#/documents">{t('documents')}</a>
          <span aria-hidden="true">›</span>
          <span>
            {kindOf({ ...document, kindLabel: ownKind?.label ?? null, kindLabelEn: ownKind?.labelEn ?? null })}
          </span>
          <span aria-hidden="true">›</span>
          <span aria-current="page">
            <RegistrationNumber number={document.number} plain />
          </span>
        </nav>
        {neighbours.place > 0 && (
          <div className={css['place']}>
            <span className="op-figures">
              {common('stepOf', { done: formatCount(neighbours.place), total: formatCount(neighbours.total) })}
            </span>
            <IconButton
              label={t('previous')}
              keys={['K']}
              size={24}
              disabled={neighbours.previous === null}
              onClick={() => neighbours.previous && onGo(neighbours.previous)}
            >
              <IconChevronUp {...icon} />
            </IconButton>
            <IconButton
              label={t('next')}
              keys={['J']}
              size={24}
              disabled={neighbours.next === null}
              onClick={() => neighbours.next && onGo(neighbours.next)}
            >
              <IconChevronDown {...icon} />
            </IconButton>
          </div>
        )}
      </div>
      <div className={css['row']}>
        <h1 className={css['title']} title={document.subject}>
          <span className={css['subject']}>{document.subject}</span>
          <RecordReceipt entity="document" id={document.id} receipt={card.receipt} />
        </h1>
        <div className={css['actions']}>
          <CopyLink />
          <PrintButton documentId={document.id} />
          <RegisterButton document={document} />
          {!approval.task && <MoreActions actions={offered(approval)} />}
          {mayEdit && (
            <ActionButton
              icon={archived ? <IconArchiveOff {...icon} /> : <IconArchive {...icon} />}
              variant={archived ? 'filled' : 'default'}
              busy={archive.busy}
              onClick={() => void archive.run()}
            >
              {t(archived ? 'restore' : 'archive')}
            </ActionButton>
          )}
          {mayEdit && !archived && (
            <ActionButton
              variant={approval.task ? 'default' : 'filled'}
              keys={['E']}
              onClick={() => navigate(`/documents/${document.id}/edit`)}
            >
              {common('edit')}
            </ActionButton>
          )}
          {approval.task && <ApprovalButtons actions={approval} />}
        </div>
      </div>
      <Facts card={card} />
      {archive.error && <Note tone="red" title={words(archive.error)} />}
    </header>
  );
}

/** Sending for approval is one action among others here: most papers are never approved. */
const offered = (approval: ApprovalActions): ApprovalActions =>
  approval.primary ? { ...approval, more: [approval.primary, ...approval.more] } : approval;

/** The line of facts under the title. */
function Facts({ card }: { card: DocumentCard }) {
  const { document, counterparty } = card;
  const t = useWords('card');
  return (
    <div className={css['facts']}>
      <StatusPill status={card.conflicts.length > 0 ? 'conflict' : document.state} />
      {document.dueDate && <DuePill dueDate={document.dueDate} state={document.state} />}
      {counterparty && (
        <span className={css['fact']}>
          {t('counterparty')} <a href={`#/counterparties/${counterparty.id}`}>{partyTitle(counterparty)}</a>
        </span>
      )}
      {document.amount !== null && (
        <span className={css['fact']}>
          {t('amount')} <b className="op-figures">{formatMoney(document.amount, document.currency)}</b>
        </span>
      )}
      <span className={css['fact']}>
        {t('date')} <span className={css['value']}>{formatDate(document.date)}</span>
      </span>
      {document.responsibleId && card.responsibleName && (
        <span className={css['fact']}>
          {t('responsible')} <PersonAvatar id={document.responsibleId} name={card.responsibleName} decorative />
          <a className={css['value']} href={`#/people/${document.responsibleId}`}>
            {card.responsibleName}
          </a>
        </span>
      )}
    </div>
  );
}

/** The address of the card without anything secret: the page never keeps its token there. */
export function copyAddress(): Promise<void> {
  return navigator.clipboard.writeText(location.href.split('?')[0] ?? '');
}

function CopyLink() {
  const t = useWords('card');
  const [copied, setCopied] = useState(false);
  return (
    <IconButton
      label={copied ? t('linkCopied') : t('copyLink')}
      keys={['L']}
      onClick={() => void copyAddress().then(() => setCopied(true), console.error)}
    >
      <IconLink {...icon} />
    </IconButton>
  );
}
