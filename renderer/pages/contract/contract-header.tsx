import { Menu } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconDots, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatCount, formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ApprovalActions } from '#renderer/pages/approval/use-approval-actions.tsx';
import { ContractStatus } from '#renderer/pages/contract/contract-status.tsx';
import type { NextSteps } from '#renderer/pages/contract/next-step.ts';
import type { usePrintContract } from '#renderer/pages/contract/print-contract.ts';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import css from '#renderer/pages/document/card-header.module.css';
import { copyAddress } from '#renderer/pages/document/card-header.tsx';
import { useArchive } from '#renderer/pages/document/use-archive.ts';
import type { Neighbours } from '#renderer/pages/document/use-neighbours.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { PrintMenuItem } from '#renderer/pages/print/print-button.tsx';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import type { ContractStep } from '#shared/commands/contract/advance.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

const icon = { size: 16, stroke: 1.6 } as const;

export interface ContractHeaderProps {
  card: DocumentCard;
  neighbours: Neighbours;
  actions: ApprovalActions;
  printing: ReturnType<typeof usePrintContract>;
  steps: NextSteps;
  onStep: (step: ContractStep) => void;
  onGo: (id: string) => void;
}

/** What, with whom, how much, where it stands, what I do now. */
export function ContractHeader(props: ContractHeaderProps) {
  const { card, neighbours, printing, onGo } = props;
  const { document } = card;
  const t = useWords('contract');
  const words = useWords('card');
  const common = useWords('common');
  const errors = useErrorWords();
  const archive = useArchive(document);
  // As in `Now`: the button that waits for others is shown.
  const waits = document.archivedAt === null && props.actions.primary === null && !props.steps.primary;
  return (
    <header className={css['header']}>
      <div className={css['row']}>
        <nav className={css['crumbs']} aria-label={t('crumbs')}>
          <a href="#/contracts">{t('contracts')}</a>
          {document.contractType && (
            <>
              <span aria-hidden="true">›</span>
              <span>{t(`${document.contractType}Type`)}</span>
            </>
          )}
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
              label={words('previous')}
              keys={['K']}
              size={24}
              disabled={neighbours.previous === null}
              onClick={() => neighbours.previous && onGo(neighbours.previous)}
            >
              <IconChevronUp {...icon} />
            </IconButton>
            <IconButton
              label={words('next')}
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
          <IconButton label={t('print')} keys={['Ctrl', 'P']} onClick={() => void printing.run()}>
            <IconPrinter {...icon} />
          </IconButton>
          <More {...props} onArchive={() => void archive.run()} />
          <Now {...props} onRestore={() => void archive.run()} />
        </div>
      </div>
      <Facts card={card} waiting={waits ? props.actions.waiting : null} />
      {archive.error && <Note tone="red" title={errors(archive.error)} />}
      {printing.error && <Note tone="red" title={errors(printing.error)} />}
    </header>
  );
}

/** What is done less often. */
function More(props: ContractHeaderProps & { onArchive: () => void }) {
  const { card, actions, steps, onStep } = props;
  const t = useWords('contract');
  const words = useWords('card');
  const navigate = useNavigate();
  const archived = card.document.archivedAt !== null;
  const others = actions.primary ? [...(steps.primary ? [steps.primary] : []), ...steps.more] : steps.more;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <IconButton label={t('more')}>
          <IconDots {...icon} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {!archived && (
          <Menu.Item
            rightSection={<KeyCaps keys={['E']} />}
            onClick={() => navigate(`/documents/${card.document.id}/edit`)}
          >
            {t('editContract')}
          </Menu.Item>
        )}
        {others.map((step) => (
          <Menu.Item key={step} onClick={() => onStep(step)}>
            {t(`step_${step}`)}
          </Menu.Item>
        ))}
        {actions.more.map((action) => (
          <Menu.Item
            key={action.id}
            onClick={action.run}
            rightSection={action.keys ? <KeyCaps keys={action.keys} /> : undefined}
          >
            {action.label}
          </Menu.Item>
        ))}
        <Menu.Item rightSection={<KeyCaps keys={['L']} />} onClick={() => void copyAddress()}>
          {words('copyLink')}
        </Menu.Item>
        <PrintMenuItem documentId={card.document.id} />
        {!archived && <Menu.Item onClick={props.onArchive}>{t('archiveContract')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The one filled button by state and person, the alternative beside it, or whom the contract waits for. */
function Now(props: ContractHeaderProps & { onRestore: () => void }) {
  const { card, actions, steps, onStep } = props;
  const { primary, secondary, waiting } = actions;
  const t = useWords('contract');
  const common = useWords('common');
  const navigate = useNavigate();
  const late = useDelayed(actions.view === null, 600);
  // Until it is known whose word is next, no button that would give way to another.
  if (actions.view === null && !late) return null;
  if (card.document.archivedAt !== null)
    return (
      <ActionButton variant="filled" onClick={props.onRestore}>
        {t('restoreContract')}
      </ActionButton>
    );
  return (
    <>
      {secondary && (
        <ActionButton onClick={secondary.run} {...(secondary.keys ? { keys: secondary.keys } : {})}>
          {secondary.label}
        </ActionButton>
      )}
      {primary ? (
        <ActionButton
          variant="filled"
          busy={primary.busy ?? false}
          onClick={primary.run}
          {...(primary.keys ? { keys: primary.keys } : {})}
        >
          {primary.label}
        </ActionButton>
      ) : steps.primary ? (
        <ActionButton variant="filled" onClick={() => onStep(steps.primary ?? 'signed')}>
          {t(`step_${steps.primary}`)}
        </ActionButton>
      ) : waiting ? (
        <ActionButton variant="filled" reason={waiting} reasonId={WAITING}>
          {t('step_signed')}
        </ActionButton>
      ) : (
        <ActionButton keys={['E']} onClick={() => navigate(`/documents/${card.document.id}/edit`)}>
          {common('edit')}
        </ActionButton>
      )}
    </>
  );
}

/** Where it stands whom the contract waits for. */
const WAITING = 'contract-waits-for';

/** The line of facts under the title; whom it waits for stands at its end, below the button, so that the title keeps its line. */
function Facts({ card, waiting }: { card: DocumentCard; waiting: string | null }) {
  const { document, counterparty } = card;
  const t = useWords('contract');
  const words = useContractWords();
  return (
    <div className={css['facts']}>
      <ContractStatus document={document} conflict={card.conflicts.length > 0} />
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
        {t('term')}{' '}
        <span className={`${css['value']} op-figures`}>{words.term(document.effectiveFrom, document.expiresOn)}</span>
      </span>
      {document.responsibleId && card.responsibleName && (
        <span className={css['fact']}>
          {t('responsible')} <PersonAvatar id={document.responsibleId} name={card.responsibleName} decorative />
          <a className={css['value']} href={`#/people/${document.responsibleId}`}>
            {card.responsibleName}
          </a>
        </span>
      )}
      {waiting && (
        <span id={WAITING} className={css['waiting']} title={waiting}>
          {waiting}
        </span>
      )}
    </div>
  );
}
