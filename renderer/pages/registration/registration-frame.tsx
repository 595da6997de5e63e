import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type RegistrationTab, registrationTabs } from '#renderer/pages/registration/tabs.ts';

/** The sheet around each part of «Регистрация»: its title, the strip of parts, and the tools of the one that is open. */
export function RegistrationFrame(props: { tab: RegistrationTab; tools?: ReactNode; children: ReactNode }) {
  const t = useWords('journals');
  const navigate = useNavigate();
  const open = useQuery('journal.unexplained', {}).data ?? [];
  // Shown only while there are some.
  const unexplained = open.reduce((sum, one) => sum + one.count, 0) || undefined;
  return (
    <Sheet>
      <PageHeader title={t('title')} tools={props.tools}>
        <ViewTabs
          label={t('tabs')}
          active={props.tab}
          onChange={(tab) => void navigate(`/registration/${tab}`, { replace: true })}
          tabs={registrationTabs.map((tab) => ({
            ...{ id: tab, label: t(`tab_${tab}`) },
            ...(tab === 'gaps' ? { count: unexplained } : {}),
          }))}
        />
      </PageHeader>
      <ErrorBoundary place="REGISTRATION" key={props.tab}>
        {props.children}
      </ErrorBoundary>
    </Sheet>
  );
}
