import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { ChooseDialog, type DialogChoice } from '#renderer/pages/ticket/choose-dialog.tsx';
import css from '#renderer/pages/ticket/dialogs.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useSession } from '#renderer/state/session.ts';

/** Back to the queue, in place of an employee’s id. */
const NOBODY = 'nobody';

/** Members of the desk with what they have open; the absent are marked with who stands in for them. The least loaded come first. */
export function AssignDialog(props: {
  desk: TicketFacts['desk'];
  /** Who has it now; undefined: several tickets. */
  assigneeId?: string | null | undefined;
  count?: number;
  error: string | null;
  onChoose: (employeeId: string | null) => void;
  onClose: () => void;
}) {
  const t = useWords('queues');
  const me = useSession((session) => session.state?.user?.id);
  const people = [...props.desk].sort(
    (a, b) =>
      Number(b.id === me) - Number(a.id === me) ||
      Number(a.away) - Number(b.away) ||
      a.open - b.open ||
      a.fullName.localeCompare(b.fullName),
  );
  const choices: DialogChoice[] = people.map((one) => ({
    id: one.id,
    current: one.id === props.assigneeId,
    content: (
      <>
        <PersonAvatar id={one.id} name={one.fullName} away={one.away} decorative />
        <span className={css['person']}>
          <span>{one.id === me ? t('assignMe', { name: one.fullName }) : one.fullName}</span>
          {one.away && (
            <span className={css['away']}>
              {one.substituteName ? t('assignAway', { name: one.substituteName }) : t('assignAwayNobody')}
            </span>
          )}
        </span>
      </>
    ),
    end:
      one.limit === null
        ? t('loadOpen', { open: String(one.open) })
        : t('loadOf', { open: String(one.open), limit: String(one.limit) }),
  }));
  if (props.assigneeId !== null)
    choices.push({ id: NOBODY, content: <span className={css['person']}>{t('assignNobody')}</span> });
  return (
    <ChooseDialog
      title={props.count && props.count > 1 ? t('assignMany', { count: props.count }) : t('assignTitle')}
      lead={t('assignLead')}
      choices={choices}
      empty={t('assignEmpty')}
      error={props.error}
      onChoose={(id) => props.onChoose(id === NOBODY ? null : id)}
      onClose={props.onClose}
    />
  );
}
