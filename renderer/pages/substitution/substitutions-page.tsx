import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/substitution/substitution.module.css';
import { SubstitutionDialog } from '#renderer/pages/substitution/substitution-dialog.tsx';
import { SubstitutionTable } from '#renderer/pages/substitution/substitution-table.tsx';
import { useSession } from '#renderer/state/session.ts';

/** Who decides for whom while they are away: one's own substitutions, and everybody's. */
export function SubstitutionsPage() {
  const t = useWords('substitution');
  const user = useSession((session) => session.state?.user);
  const [view, setView] = useState('mine');
  const [adding, setAdding] = useState(false);
  const { data } = useQuery('substitution.list', { employeeId: null });
  if (!user) return null;
  const own = data?.filter(({ row }) => row.employeeId === user.id || row.substituteId === user.id);
  const lines = view === 'mine' ? own : data;
  return (
    <Sheet>
      <PageHeader
        title={t('title')}
        tools={
          <ActionButton variant="filled" icon={<IconPlus size={16} stroke={1.6} />} onClick={() => setAdding(true)}>
            {t('add')}
          </ActionButton>
        }
      >
        <ViewTabs
          label={t('views')}
          active={view}
          onChange={setView}
          tabs={[
            { id: 'mine', label: t('mine'), count: own?.length },
            { id: 'everybody', label: t('everybody'), count: data?.length },
          ]}
        />
      </PageHeader>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['page']} tabIndex={0} aria-label={t('title')}>
        {lines?.length === 0 && <EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
        {lines && lines.length > 0 && <SubstitutionTable lines={lines} />}
      </section>
      {adding && <SubstitutionDialog onClose={() => setAdding(false)} />}
    </Sheet>
  );
}
