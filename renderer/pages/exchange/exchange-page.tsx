import { IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useRef } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ConflictDesk } from '#renderer/pages/exchange/conflict-desk.tsx';
import { ExportMenu } from '#renderer/pages/exchange/export-menu.tsx';
import type { ListHandle } from '#renderer/pages/exchange/list-handle.ts';
import { OutboxTab } from '#renderer/pages/exchange/outbox-tab.tsx';
import { ReceiptsTab } from '#renderer/pages/exchange/receipts-tab.tsx';
import { useExchangeCounts } from '#renderer/pages/exchange/use-exchange.ts';
import { useLink } from '#renderer/state/link.ts';

const tabIds = ['conflicts', 'outbox', 'receipts'] as const;
type Tab = (typeof tabIds)[number];
const icon = { size: 16, stroke: 1.6 } as const;

/** The exchange with the centre: what differs, what waits, what was accepted. */
export function ExchangePage() {
  const { tab } = useParams();
  const counts = useExchangeCounts();
  if (tabIds.includes(tab as Tab)) return <Exchange tab={tab as Tab} />;
  if (!counts) return <Sheet>{null}</Sheet>;
  return <Navigate to={counts.conflicts > 0 ? '/exchange/conflicts' : '/exchange/outbox'} replace />;
}

function Exchange({ tab }: { tab: Tab }) {
  const t = useWords('exchange');
  const navigate = useNavigate();
  const counts = useExchangeCounts();
  const list = useRef<ListHandle>(null);
  const load = () => list.current?.table() ?? Promise.reject(new Error('the list is not open'));
  const check = useAction(async () => useLink.getState().take(await ask('sync.now', {})));
  return (
    <Sheet>
      <PageHeader
        title={t('title')}
        tools={
          tab === 'conflicts' ? undefined : (
            <>
              <ExportMenu title={`${t('title')} ${t(tab === 'outbox' ? 'tabOutbox' : 'tabReceipts')}`} load={load} />
              <ActionButton icon={<IconPrinter {...icon} />} keys={['Ctrl', 'P']} onClick={() => list.current?.print()}>
                {t('printList')}
              </ActionButton>
              <ActionButton
                variant="filled"
                icon={<IconRefresh {...icon} />}
                busy={check.busy}
                onClick={() => void check.run()}
              >
                {t('checkNow')}
              </ActionButton>
            </>
          )
        }
      >
        <ViewTabs
          label={t('tabs')}
          active={tab}
          onChange={(next) => navigate(`/exchange/${next}`, { replace: true })}
          tabs={[
            { id: 'conflicts', label: t('tabConflicts'), count: counts?.conflicts },
            { id: 'outbox', label: t('tabOutbox'), count: counts && counts.waiting + counts.rejected },
            { id: 'receipts', label: t('tabReceipts') },
          ]}
        />
      </PageHeader>
      <ErrorBoundary place="EXCHANGE" key={tab}>
        {tab === 'conflicts' && <ConflictDesk />}
        {tab === 'outbox' && <OutboxTab handle={list} />}
        {tab === 'receipts' && <ReceiptsTab handle={list} />}
      </ErrorBoundary>
    </Sheet>
  );
}
