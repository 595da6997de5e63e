import { useNavigate } from 'react-router';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useIntake } from '#renderer/state/intake.ts';

const addresses = { files: '/import', table: '/import/table', intake: '/intake' } as const;

/** The ways by which papers come in. */
export function IntakeTabs({ active }: { active: keyof typeof addresses }) {
  const t = useWords('tables');
  const navigate = useNavigate();
  const waiting = useIntake((intake) => intake.items.length);
  return (
    <ViewTabs
      label={t('ways')}
      active={active}
      onChange={(id) => navigate(addresses[id as keyof typeof addresses])}
      tabs={[
        { id: 'files', label: t('wayFiles') },
        { id: 'table', label: t('wayTable') },
        { id: 'intake', label: t('wayIntake'), ...(waiting > 0 ? { count: waiting } : {}) },
      ]}
    />
  );
}
