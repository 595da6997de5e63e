import { useMediaQuery } from '@mantine/hooks';
import { IconArrowForwardUp, IconArrowsDiagonal, IconGitFork } from '@tabler/icons-react';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import { Composer, type ComposerHandle } from '#renderer/pages/ticket/composer.tsx';
import { HolderLine } from '#renderer/pages/ticket/holder-line.tsx';
import type { TicketDialog } from '#renderer/pages/ticket/offered.ts';
import { TicketNotes } from '#renderer/pages/ticket/question-card.tsx';
import { Talk } from '#renderer/pages/ticket/talk.tsx';
import css from '#renderer/pages/ticket/ticket.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { TicketMenu } from '#renderer/pages/ticket/ticket-menu.tsx';
import { TwoTimes } from '#renderer/pages/ticket/two-times.tsx';
import { useTicket } from '#renderer/pages/ticket/use-ticket.ts';
import { useTicketActions } from '#renderer/pages/ticket/use-ticket-actions.tsx';

const icon = { size: 16, stroke: 1.6 } as const;

export interface TicketPanelHandle {
  focus: (mode: 'reply' | 'note') => void;
  open: (dialog: TicketDialog) => void;
  take: () => void;
  desk: () => TicketFacts['desk'];
}

/** The ticket under the cursor beside the list: two times, what was said, and the place to answer. */
export function TicketPanel(props: { id: string | null; onOpen: () => void; ref?: Ref<TicketPanelHandle> }) {
  const t = useWords('queues');
  const width = usePanelWidth();
  const { facts, data, current } = useTicket(props.id);
  const composer = useRef<ComposerHandle>(null);
  const actions = useTicketActions(facts, () => composer.current?.focus('reply'));
  useImperativeHandle(props.ref, () => ({
    focus: (mode) => composer.current?.focus(mode),
    open: actions.open,
    take: actions.take,
    desk: () => facts?.desk ?? [],
  }));
  if (!facts)
    return (
      <SidePanel label={t('panel')} width={width}>
        <p className={css['hint']}>{current && data === null ? t('panelGone') : props.id ? '' : t('panelHint')}</p>
      </SidePanel>
    );
  const { ticket, requester, may } = facts;
  return (
    <>
      <SidePanel
        key={ticket.id}
        label={t('panel')}
        width={width}
        header={<TicketNumber facts={facts} />}
        tools={
          <>
            {may.desk && (
              <>
                <IconButton label={t('act_split')} onClick={() => actions.open('split')}>
                  <IconGitFork {...icon} />
                </IconButton>
                <IconButton label={t('act_transfer')} onClick={() => actions.open('transfer')}>
                  <IconArrowForwardUp {...icon} />
                </IconButton>
              </>
            )}
            <IconButton label={t('openCard')} keys={['Enter']} onClick={props.onOpen}>
              <IconArrowsDiagonal {...icon} />
            </IconButton>
            <TicketMenu actions={actions.more.filter((one) => one.id !== 'split' && one.id !== 'transfer')} />
          </>
        }
        footer={
          may.desk || may.own ? (
            <Composer
              facts={facts}
              ref={composer}
              onTime={() => actions.open('time')}
              onResolve={() => actions.open('resolve')}
            />
          ) : undefined
        }
      >
        <PanelSection>
          <h2 className={css['subject']}>{ticket.title}</h2>
          <p className={css['requester']}>
            {[requester.fullName, requester.branchCity, requester.departmentName ?? requester.position]
              .filter(Boolean)
              .join(', ')}
          </p>
          <div className={css['panelHolder']}>
            <HolderLine holder={facts.holder} />
            {may.take && (
              <ActionButton size="xs" variant="light" busy={actions.busy} onClick={actions.take}>
                {t('take')}
              </ActionButton>
            )}
          </div>
          <div className={css['notes']}>
            <TwoTimes facts={facts} />
            <TicketNotes facts={facts} actions={actions} />
          </div>
        </PanelSection>
        <PanelSection>
          <Talk facts={facts} opening follow />
        </PanelSection>
      </SidePanel>
      {actions.dialogs}
    </>
  );
}

/** The number with its receipt; until the centre has given one, who will. */
function TicketNumber({ facts }: { facts: TicketFacts }) {
  const t = useWords('queues');
  const { ticket } = facts;
  const asked = useQuery('document.card', { id: ticket.id });
  const receipt = asked.current ? asked.data?.receipt : undefined;
  return (
    <>
      <span className="op-figures">{ticket.number ?? t('numberLater')}</span>
      {receipt && <RecordReceipt entity="document" id={ticket.id} receipt={receipt} />}
    </>
  );
}

/** A conversation needs more room than a preview. Pixels. */
function usePanelWidth(): number {
  const medium = useMediaQuery('(min-width: 1366px)', true, { getInitialValueInEffect: false });
  const wide = useMediaQuery('(min-width: 1920px)', false, { getInitialValueInEffect: false });
  return wide ? 480 : medium ? 372 : 356;
}
