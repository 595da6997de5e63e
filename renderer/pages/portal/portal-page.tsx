import { useState } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { AskField } from '#renderer/pages/portal/ask-field.tsx';
import { inCategory, shownCategories } from '#renderer/pages/portal/categories.ts';
import { MySide } from '#renderer/pages/portal/my-side.tsx';
import css from '#renderer/pages/portal/portal.module.css';
import { SectionTabs } from '#renderer/pages/portal/section-tabs.tsx';
import { ServiceCard } from '#renderer/pages/portal/service-card.tsx';
import { useLink } from '#renderer/state/link.ts';
import { useSession } from '#renderer/state/session.ts';

/** One question, one field; services by use; at the side, who has what I have asked for. */
export function PortalPage() {
  const t = useWords('portal');
  const navigate = useNavigate();
  const catalog = useQuery('service.catalog', {});
  const administrator = useSession((session) => session.state?.user?.roles.includes('administrator') ?? false);
  const [category, setCategory] = useState<string>('often');
  const slow = useDelayed(!catalog.data && !catalog.error, 300);
  const services = catalog.data?.services ?? [];
  const categories = shownCategories(services);
  const chosen = categories.find((one) => one === category) ?? 'often';
  return (
    <Sheet>
      <PageHeader title={t('title')} tools={<CatalogAge />}>
        <SectionTabs active="services" />
      </PageHeader>
      <div className={css['page']}>
        <div className={css['main']}>
          {catalog.error && !catalog.data ? (
            <ErrorPanel code={asCoreError(catalog.error).told} onRetry={catalog.refresh} />
          ) : catalog.data && services.length === 0 ? (
            <EmptyState
              title={t('noServices')}
              text={t(administrator ? 'noServicesAdmin' : 'noServicesText')}
              ways={
                administrator
                  ? [
                      {
                        title: t('makeService'),
                        text: t('makeServiceText'),
                        icon: null,
                        onClick: () => navigate('/admin/services'),
                      },
                    ]
                  : []
              }
            />
          ) : (
            <>
              <h2 className={css['question']} id="portal-question">
                {t('question')}
              </h2>
              <AskField />
              {slow && <SkeletonRows rows={6} />}
              {catalog.data && (
                <>
                  <div className={css['categories']}>
                    <Segmented
                      label={t('categories')}
                      value={chosen}
                      choices={categories.map((one) => ({ value: one, label: t(`category_${one}`) }))}
                      onChange={setCategory}
                    />
                  </div>
                  <ul className={css['grid']} aria-label={t(`category_${chosen}`)}>
                    {inCategory(services, chosen).map((service) => (
                      <ServiceCard key={service.id} service={service} />
                    ))}
                  </ul>
                </>
              )}
            </>
          )}
        </div>
        <MySide balance={catalog.data?.balance ?? null} />
      </div>
    </Sheet>
  );
}

/** The catalog lies on this computer: how old it is, not whether there is a link. */
function CatalogAge() {
  const t = useWords('portal');
  const clock = useClock();
  const at = useLink((link) => link.status?.lastExchangeAt ?? null);
  if (at === null) return null;
  return <span className={css['age']}>{t('catalogAge', { time: clock.moment(at) })}</span>;
}
