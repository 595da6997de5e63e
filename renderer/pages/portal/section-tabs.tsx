import { useNavigate } from 'react-router';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';

const portalSections = ['services', 'mine', 'queues', 'articles', 'vacations'] as const;
export type PortalSection = (typeof portalSections)[number];

const addresses: Record<PortalSection, string> = {
  services: '/tickets',
  mine: '/tickets/mine',
  queues: '/tickets/queues',
  articles: '/tickets/articles',
  vacations: '/tickets/vacations',
};

/** The views of the section «Заявки», with what waits in each; queues only for those who work at a desk. */
export function SectionTabs({ active }: { active: PortalSection }) {
  const t = useWords('portal');
  const navigate = useNavigate();
  const counts = useQuery('queue.counts', {}).data;
  const shown = portalSections.filter((one) => one !== 'queues' || active === 'queues' || counts?.queues.length);
  const countOf = (section: PortalSection): number | undefined =>
    section === 'mine' ? counts?.mine || undefined : section === 'queues' ? counts?.desk || undefined : undefined;
  return (
    <ViewTabs
      label={t('sections')}
      active={active}
      tabs={shown.map((section) => ({ id: section, label: t(`tab_${section}`), count: countOf(section) }))}
      onChange={(id) => {
        const section = portalSections.find((one) => one === id);
        if (section) navigate(addresses[section]);
      }}
    />
  );
}
