import { Menu } from '@mantine/core';
import { IconArrowsLeftRight, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { formatDate, formatShortDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useNames } from '#renderer/pages/approval/use-names.ts';
import css from '#renderer/pages/work/work.module.css';
import { useSession } from '#renderer/state/session.ts';
import { useWorkDesk } from '#renderer/state/work.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type List = QueryResult<'work.list'>;

/** For whom the person decides today, with the switch of whose work is shown; who decides for the person. */
export function SubstitutionBanner({ list }: { list: List }) {
  const t = useWords('work');
  const names = useNames();
  const date = useTill();
  return (
    <>
      {list.substitutedBy.map((one) => (
        <span
          key={one.employeeId}
          className={css['substituted']}
          title={t('substitutedBy', { name: names(one.fullName), date: date(one.to) })}
        >
          <IconArrowsLeftRight size={14} stroke={1.6} aria-hidden="true" />
          <span className={css['substitutingWords']}>
            {t('substitutedBy', { name: names(one.fullName), date: date(one.to) })}
          </span>
        </span>
      ))}
      {list.substituting.length > 0 && <WhoseMenu list={list} />}
    </>
  );
}

function WhoseMenu({ list }: { list: List }) {
  const t = useWords('work');
  const names = useNames();
  const date = useTill();
  const navigate = useNavigate();
  const me = useSession((session) => session.state?.user?.id ?? '');
  const { insteadOf, standFor } = useWorkDesk();
  const people = list.substituting
    .map((one) => t('substitutingOne', { name: names(one.fullName), date: date(one.to) }))
    .join(', ');
  const choices = [
    { id: null, words: t('whoseAll') },
    { id: me, words: t('whoseMine') },
    ...list.substituting.map((one) => ({
      id: one.employeeId,
      words: t('whoseFor', { name: names(one.fullName, 'accusative') }),
    })),
  ];
  const chosen = choices.find((one) => one.id === insteadOf && insteadOf !== null);
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={css['substituting']}>
          <IconArrowsLeftRight size={14} stroke={1.6} aria-hidden="true" />
          <span className={css['substitutingWords']} title={t('substituting', { names: people })}>
            {chosen ? chosen.words : t('substituting', { names: people })}
          </span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('whose')}</Menu.Label>
        {choices.map((one) => (
          <Menu.Item
            key={one.id ?? 'all'}
            aria-current={one.id === insteadOf}
            leftSection={
              <span className={css['tick']}>{one.id === insteadOf && <IconCheck size={14} stroke={2} />}</span>
            }
            onClick={() => standFor(one.id)}
          >
            {one.words}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => navigate('/substitutions')}>{t('toSubstitutions')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A day of this year without its year. */
function useTill(): (date: string) => string {
  const year = String(new Date().getFullYear());
  return (date) => (date.startsWith(year) ? formatShortDate(date) : formatDate(date));
}
