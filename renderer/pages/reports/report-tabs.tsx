import { useNavigate, useSearchParams } from 'react-router';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { useWords } from '#renderer/i18n/words.ts';

const tabs = ['bottlenecks', 'deadlines', 'load', 'approvals', 'discipline'] as const;
export type ReportTab = (typeof tabs)[number];

/** The strip of reports; what was chosen goes along, and each takes of it what it knows. */
export function ReportTabs({ active }: { active: ReportTab }) {
  const t = useWords('reports');
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const chosen = params.toString();
  return (
    <ViewTabs
      label={t('tabs')}
      active={active}
      onChange={(to) => void navigate(`/reports${to === 'bottlenecks' ? '' : `/${to}`}${chosen && `?${chosen}`}`)}
      tabs={tabs.map((one) => ({ id: one, label: t(`tab_${one}`) }))}
    />
  );
}
