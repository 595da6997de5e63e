import { useState } from 'react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { PersonPicker } from '#renderer/pages/approval/people-picker.tsx';
import css from '#renderer/pages/request/request.module.css';
import { useSession } from '#renderer/state/session.ts';

/** Roles that may ask for a colleague; so may the desk that will do it. */
const forOthers: readonly string[] = ['administrator', 'hr', 'manager', 'clerk'];

/** For oneself without a word; for a colleague by those who may. */
export function ForWhom(props: { value: string; queueId: string | null; onChange: (employeeId: string) => void }) {
  const t = useWords('portal');
  const { employeeOf } = useDirectory();
  const user = useSession((session) => session.state?.user);
  const [opened, setOpened] = useState(false);
  const isDesk = props.queueId !== null && employeeOf(user?.id)?.queueIds?.includes(props.queueId);
  if (!user || (!isDesk && !user.roles.some((role) => forOthers.includes(role)))) return null;
  const other = props.value !== user.id;
  if (!opened && !other)
    return (
      <div className={css['forWhom']}>
        <LinkButton onClick={() => setOpened(true)}>{t('forColleague')}</LinkButton>
      </div>
    );
  return (
    <div className={css['forWhom']}>
      <PersonPicker label={t('forWhom')} value={props.value} onChange={(id) => id && props.onChange(id)} />
      <LinkButton
        onClick={() => {
          props.onChange(user.id);
          setOpened(false);
        }}
      >
        {t('forMyself')}
      </LinkButton>
    </div>
  );
}
