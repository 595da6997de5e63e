import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconArrowForwardUp, IconArrowsDiagonal, IconClockPause, IconX } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { CheckWayOut } from '#renderer/pages/approval/check-way-out.tsx';
import { DifferenceButton } from '#renderer/pages/approval/difference.tsx';
import type { ApprovalView } from '#renderer/pages/approval/tasks-of.ts';
import { FirstFile } from '#renderer/pages/files/first-file.tsx';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import { Checks } from '#renderer/pages/work/checks.tsx';
import { ItemFacts } from '#renderer/pages/work/item-facts.tsx';
import { tells } from '#renderer/pages/work/sift.ts';
import { TicketPart } from '#renderer/pages/work/ticket-part.tsx';
import type { WorkActions } from '#renderer/pages/work/use-work-actions.ts';
import css from '#renderer/pages/work/work.module.css';
import { usePanels } from '#renderer/state/panels.ts';
import { isContract } from '#shared/domain/document.ts';
import type { WorkItem } from '#shared/queries/work.ts';

const icon = { size: 16, stroke: 1.6 } as const;
/** How long the cursor rests before the paper is read, in milliseconds. */
const REST = 60;

/** What is needed to decide about the item under the cursor: amount, checks, who decided before, the paper; and the buttons. */
export function WorkPreview(props: {
  item: WorkItem | null;
  actions: WorkActions;
  /** The content has changed since the cursor came here. */
  stale: { from: number; to: number; accept: () => void } | null;
  error: CoreError | null;
  onOpen: () => void;
}) {
  const { item, actions } = props;
  const t = useWords('work');
  const showPreview = usePanels((panels) => panels.showPreview);
  const width = usePanelWidth();
  // Whoever runs down the list with J held reads nothing on the way.
  const [documentId] = useDebouncedValue(item?.documentId ?? null, REST);
  const here = documentId === (item?.documentId ?? null);
  const [ticketId] = useDebouncedValue(item?.ticketId ?? null, REST);
  const opened = useQuery('document.card', documentId ? { id: documentId } : null);
  const card = here && opened.current ? (opened.data ?? null) : null;
  const asked = useQuery('approval.view', documentId && (item?.decide || item?.outdated) ? { documentId } : null);
  const view = here && asked.current ? (asked.data ?? null) : null;
  const contract = documentId !== null && item?.documentKind !== null && item ? isContract(item.documentKind) : false;
  const checked = useQuery('contract.card', contract && documentId ? { id: documentId } : null);
  const party = here && checked.current ? (checked.data?.party ?? null) : null;
  const tools = (
    <>
      {item && (
        <IconButton label={t('openCard')} keys={['Enter']} onClick={props.onOpen}>
          <IconArrowsDiagonal {...icon} />
        </IconButton>
      )}
      <IconButton label={t('closePreview')} keys={['Space']} onClick={() => showPreview(false)}>
        <IconX {...icon} />
      </IconButton>
    </>
  );
  if (!item)
    return (
      <SidePanel label={t('preview')} tools={tools} width={width}>
        <p className={css['hint']}>{t('previewHint')}</p>
      </SidePanel>
    );
  return (
    <SidePanel
      label={t('preview')}
      width={width}
      tools={tools}
      header={
        <>
          <RegistrationNumber number={item.number} plain />
          {card && <RecordReceipt entity="document" id={card.document.id} receipt={card.receipt} />}
        </>
      }
      footer={<Footer item={item} actions={actions} stale={props.stale} />}
    >
      <Notes {...props} item={item} view={view} counterpartyId={card?.document.counterpartyId ?? null} />
      <PanelSection>
        <h2 className={css['subject']}>{item.title}</h2>
        {item.amount !== null && (
          <p className={css['amount']}>
            <b>{formatMoney(item.amount, item.currency ?? 'RUB')}</b>
            {card?.document.vatAmount ? (
              <span>{t('vatIncluded', { amount: formatMoney(card.document.vatAmount, card.document.currency) })}</span>
            ) : null}
          </p>
        )}
        {item.type === 'mention' && item.text && <blockquote className={css['quote']}>{item.text}</blockquote>}
      </PanelSection>
      {item.decide && (
        <Checks party={party} verified={view?.verified ?? true} known={!contract || (here && checked.current)} />
      )}
      {item.ticketId && item.ticketId === ticketId && <TicketPart key={item.item} item={item} ticketId={ticketId} />}
      {!bare.has(item.type) && <ItemFacts item={item} card={card} view={view} />}
      {card && card.attachments.length > 0 && (
        <FirstFile attachments={card.attachments.filter((file) => !file.superseded)} />
      )}
    </SidePanel>
  );
}

/** Of these the request itself says everything. */
const bare = new Set<WorkItem['type']>(['ticket', 'question', 'rework', 'confirm', 'ticket_task']);

/** More is read here than beside a register. Pixels. */
function usePanelWidth(): number {
  const medium = useMediaQuery('(min-width: 1366px)', true, { getInitialValueInEffect: false });
  const wide = useMediaQuery('(min-width: 1920px)', false, { getInitialValueInEffect: false });
  return wide ? 480 : medium ? 396 : 356;
}

/** What stands before the decision: content that changed, a decision that fell away, a refusal. */
function Notes(props: {
  item: WorkItem;
  actions: WorkActions;
  counterpartyId: string | null;
  view: ApprovalView | null;
  stale: { from: number; to: number; accept: () => void } | null;
  error: CoreError | null;
}) {
  const { item, view, stale, error } = props;
  const t = useWords('work');
  const approval = useWords('approval');
  const words = useErrorWords();
  const documentId = item.documentId ?? '';
  const to = item.decide?.versionNumber ?? view?.versionNumber ?? 0;
  const mine = view?.current?.steps
    .flatMap((step) => step.tasks)
    .find((task) => task.id === item.decide?.taskId || task.decisions.some((one) => item.item === `decision/${one.id}`))
    ?.decisions.find((one) => one.standing === 'outdated');
  if (!stale && !item.outdated && !error) return null;
  return (
    <div className={css['notes']}>
      {stale ? (
        <Note
          tone="amber"
          title={approval('staleTitle')}
          actions={
            stale.from > 0 && stale.from < stale.to ? (
              <DifferenceButton
                documentId={documentId}
                from={stale.from}
                to={stale.to}
                label={approval('look')}
                look="link"
              />
            ) : null
          }
        >
          {stale.from > 0 && stale.from !== stale.to
            ? approval('staleText', { from: stale.from, to: stale.to })
            : approval('staleTextUnknown')}
        </Note>
      ) : (
        item.outdated && (
          <Note
            tone="amber"
            title={t('outdatedTitle')}
            actions={
              mine && mine.versionNumber < to ? (
                <DifferenceButton
                  documentId={documentId}
                  from={mine.versionNumber}
                  to={to}
                  label={approval('look')}
                  look="link"
                />
              ) : null
            }
          >
            {tells(item) ? t('outdatedWaits', { version: to }) : t('outdatedText', { version: to })}
          </Note>
        )
      )}
      {error && !stale && (
        <Note
          tone="red"
          title={words(error)}
          actions={
            error.code === 'CHECK_REQUIRED' && props.counterpartyId ? (
              <CheckWayOut counterpartyId={props.counterpartyId} onClose={props.actions.clear} />
            ) : undefined
          }
        />
      )}
    </div>
  );
}

function Footer({
  item,
  actions,
  stale,
}: {
  item: WorkItem;
  actions: WorkActions;
  stale: { to: number; accept: () => void } | null;
}) {
  const t = useWords('work');
  const approval = useWords('approval');
  const snoozed = item.snoozedUntil !== null;
  const label = stale
    ? approval('decideNow', { version: stale.to })
    : tells(item)
      ? t('do_told')
      : item.type === 'approve' || item.type === 'sign' || item.type === 'acknowledge'
        ? approval(`short_${item.type}`)
        : t(`do_${item.type}`);
  return (
    <>
      <ActionButton
        variant="filled"
        grow
        keys={['A']}
        busy={actions.run.busy}
        onClick={() => (stale ? stale.accept() : void actions.run.run())}
      >
        {label}
      </ActionButton>
      {item.decide && item.type !== 'acknowledge' && (
        <ActionButton keys={['R']} onClick={() => void actions.begin('return')}>
          {approval('giveBackShort')}
        </ActionButton>
      )}
      {item.decide && (
        <IconButton label={approval('delegate')} keys={['D']} onClick={() => void actions.begin('delegate')}>
          <IconArrowForwardUp {...icon} />
        </IconButton>
      )}
      <IconButton
        label={t(snoozed ? 'wake' : 'snooze')}
        keys={['S']}
        onClick={() => (snoozed ? void actions.wake.run() : void actions.begin('snooze'))}
      >
        <IconClockPause {...icon} />
      </IconButton>
    </>
  );
}
