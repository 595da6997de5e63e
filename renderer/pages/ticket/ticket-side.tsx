import { IconPlus, IconPrinter, IconX } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { PersonLine } from '#renderer/components/person-line.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { useDirectory, useMinute } from '#renderer/data/directory.tsx';
import { formatDate, formatTime, offsetAt, zoneLabel } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useWorkingDuration } from '#renderer/pages/approval/due.tsx';
import { SlaClock } from '#renderer/pages/ticket/sla-clock.tsx';
import css from '#renderer/pages/ticket/ticket.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { StateGlyph } from '#renderer/pages/ticket/ticket-state.tsx';
import { useClockLength } from '#renderer/pages/ticket/use-clock-length.ts';
import { useNearTime } from '#renderer/pages/ticket/use-near-time.ts';
import type { PrintTicket } from '#renderer/pages/ticket/use-print-ticket.ts';
import type { TicketActions } from '#renderer/pages/ticket/use-ticket-actions.tsx';
import { useSession } from '#renderer/state/session.ts';

export interface TicketSideProps {
  facts: TicketFacts;
  actions: TicketActions;
  printing: PrintTicket;
}

/** How many other tickets of the requester are named. */
const SHOWN = 6;

/** The same on every tab: who asked, what was promised, the vacation, who follows, the paper. */
export function TicketSide(props: TicketSideProps) {
  const t = useWords('queues');
  return (
    <SidePanel label={t('tab_side')}>
      <TicketSideParts {...props} />
    </SidePanel>
  );
}

/** The panel’s contents; a tab of its own where the window is narrow. */
export function TicketSideParts({ facts, actions, printing }: TicketSideProps) {
  const t = useWords('queues');
  const near = useNearTime();
  const duration = useWorkingDuration();
  const length = useClockLength();
  const { ticket, may } = facts;
  const { employeeOf } = useDirectory();
  const author = ticket.authorId === ticket.requesterId ? null : employeeOf(ticket.authorId);
  return (
    <>
      <h2 className="op-hidden">{t('tab_side')}</h2>
      <Requester facts={facts} />
      <PanelSection title={t('promised')}>
        <KeyValues
          entries={[
            [t('response'), <SlaClock key="r" view={{ ...facts.response, lived: ticket.responseLived }} />],
            [t('resolution'), <SlaClock key="s" view={{ ...facts.resolution, lived: ticket.resolutionLived }} />],
            facts.response.target === null ? null : [t('targetResponse'), length(facts.response.target)],
            facts.resolution.target === null ? null : [t('targetResolution'), length(facts.resolution.target)],
            ticket.reopened > 0 ? [t('reopenedTimes'), String(ticket.reopened)] : null,
            ticket.loggedMinutes > 0 && may.desk ? [t('timeSpent'), duration(ticket.loggedMinutes)] : null,
            ticket.rating === null ? null : [t('rating'), t('ratingOf', { rating: String(ticket.rating) })],
          ]}
        />
      </PanelSection>
      {facts.vacation && <Vacation vacation={facts.vacation} />}
      <Watchers facts={facts} actions={actions} />
      {may.desk && facts.others.length > 0 && (
        <PanelSection title={t('others')}>
          <ul className={css['lines']}>
            {facts.others.slice(0, SHOWN).map((one) => (
              <li key={one.id}>
                <StateGlyph state={one.state} />
                <a href={`#/tickets/${one.id}`} title={one.title}>
                  {one.number ? `${one.number} ` : ''}
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <PanelSection title={t('origin')}>
        <KeyValues
          entries={[
            [t('service'), t('serviceVersion', { name: facts.service.name, version: String(ticket.serviceVersion) })],
            facts.queueName ? [t('desk'), facts.queueName] : null,
            [t('made'), near(ticket.occurredAt)],
            author ? [t('madeBy'), author.fullName] : null,
            [t('learned'), ticket.receivedAt === null ? t('notLearned') : near(ticket.receivedAt)],
            ticket.deviceName ? [t('device'), ticket.deviceName] : null,
            ticket.splitFromId
              ? [
                  t('splitFrom'),
                  <a key="f" href={`#/tickets/${ticket.splitFromId}`}>
                    {t('openCard')}
                  </a>,
                ]
              : null,
          ]}
        />
      </PanelSection>
      <PanelSection title={t('paper')}>
        <div className={css['buttons']}>
          <ActionButton size="xs" icon={<IconPrinter size={14} stroke={1.6} />} onClick={() => void printing.run()}>
            {t('print')}
          </ActionButton>
          {facts.definition.printTemplateId && may.desk && (
            <ActionButton size="xs" busy={printing.filling} onClick={() => void printing.fill()}>
              {t('fillForm')}
            </ActionButton>
          )}
        </div>
        {printing.problem && <p className={css['none']}>{printing.problem}</p>}
      </PanelSection>
    </>
  );
}

/** Who asked, and what time it is where they are. */
function Requester({ facts }: { facts: TicketFacts }) {
  const t = useWords('queues');
  const common = useWords('common');
  const now = useMinute();
  const { branchOf, own, employeeOf } = useDirectory();
  const { requester, ticket } = facts;
  const branch = branchOf(ticket.branchId);
  const theirs = branch ? offsetAt(branch.offsets, now) : 180;
  const mine = offsetAt(own?.offsets ?? [], now);
  const employee = employeeOf(requester.id);
  return (
    <PanelSection title={t('requester')}>
      <PersonLine
        id={requester.id}
        name={requester.fullName}
        caption={[requester.position, requester.departmentName].filter(Boolean).join(', ')}
        size={28}
      />
      <div className={css['notes']}>
        <KeyValues
          entries={[
            [t('branch'), requester.branchCity],
            [
              t('localTime'),
              theirs === mine
                ? formatTime(now, theirs)
                : t('localTimeZone', { time: formatTime(now, theirs), zone: zoneLabel(theirs, common('moscow')) }),
            ],
            employee?.phone ? [t('phone'), employee.phone] : null,
            employee?.email
              ? [
                  t('email'),
                  <a key="m" href={`mailto:${employee.email}`}>
                    {employee.email}
                  </a>,
                ]
              : null,
          ]}
        />
      </div>
    </PanelSection>
  );
}

/** The vacation that was asked for, and the substitution that it puts in force. */
function Vacation({ vacation }: { vacation: NonNullable<TicketFacts['vacation']> }) {
  const t = useWords('queues');
  const period = t('range', { from: formatDate(vacation.from), to: formatDate(vacation.to) });
  const tones = { planned: 'gray', requested: 'amber', approved: 'green', cancelled: 'gray', rejected: 'red' } as const;
  return (
    <PanelSection
      title={t('vacation')}
      end={<Pill tone={tones[vacation.state]}>{t(`vacation_${vacation.state}`)}</Pill>}
    >
      <KeyValues
        entries={[
          [t('vacationPeriod'), period],
          [t('vacationDays'), String(vacation.days)],
          vacation.substituteName
            ? [
                t('vacationSubstitute'),
                <span key="s">
                  {vacation.substituteName}
                  <span className={css['under']}>
                    {t(
                      vacation.inForce
                        ? 'substitutionNow'
                        : vacation.substitutionId
                          ? 'substitutionLater'
                          : 'substitutionNone',
                    )}
                  </span>
                </span>,
              ]
            : null,
        ]}
      />
    </PanelSection>
  );
}

function Watchers({ facts, actions }: Pick<TicketSideProps, 'facts' | 'actions'>) {
  const t = useWords('queues');
  const me = useSession((session) => session.state?.user?.id ?? '');
  const { watchers, may } = facts;
  const follows = watchers.some((one) => one.id === me);
  if (watchers.length === 0 && !may.desk) return null;
  return (
    <PanelSection title={t('watchers')}>
      <ul className={css['lines']}>
        {watchers.map((one) => (
          <li key={one.id}>
            <PersonAvatar id={one.id} name={one.fullName} decorative />
            <span className="op-ellipsis">{one.fullName}</span>
            {(may.desk || one.id === me) && (
              <IconButton
                label={t('watchStop', { name: one.fullName })}
                size={22}
                onClick={() => actions.watch(one.id, false)}
              >
                <IconX size={12} stroke={1.6} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {may.desk && (
        <div className={css['buttons']}>
          {!follows && (
            <ActionButton size="xs" variant="subtle" onClick={() => actions.watch(me, true)}>
              {t('act_watch')}
            </ActionButton>
          )}
          <ActionButton
            size="xs"
            variant="subtle"
            icon={<IconPlus size={14} stroke={1.6} />}
            onClick={() => actions.open('watch')}
          >
            {t('watchColleague')}
          </ActionButton>
        </div>
      )}
    </PanelSection>
  );
}
