import { IconBuildingPlus, IconFileImport } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { EmptyFilter, EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useCounterpartiesRegister } from '#renderer/state/counterparties-register.ts';
import { useOverlays } from '#renderer/state/overlays.ts';

/** Nothing to show: either nobody is there yet, or the filter is to blame and can be dropped in one press. */
export function EmptyParties() {
  const t = useWords('counterparties');
  const common = useWords('common');
  const navigate = useNavigate();
  const show = useOverlays((overlays) => overlays.show);
  const reset = useCounterpartiesRegister((register) => register.reset);
  const sort = { column: 'name', direction: 'asc' } as const;
  const all = useQuery('counterparty.list', { filter: {}, sort, start: 0, end: 0 }).data?.total;
  if (all === undefined) return null;
  if (all > 0) {
    return (
      <EmptyFilter title={common('nothingFiltered')}>
        {t('outside', { count: all })} <LinkButton onClick={reset}>{common('resetFilter')}</LinkButton>
      </EmptyFilter>
    );
  }
  return (
    <EmptyState
      title={t('emptyTitle')}
      text={t('emptyText')}
      ways={[
        {
          title: t('create'),
          text: t('createText'),
          icon: <IconBuildingPlus size={20} stroke={1.6} />,
          keys: ['Ctrl', 'N'],
          onClick: () => navigate('/counterparties/new'),
        },
        {
          title: t('import'),
          text: t('importText'),
          icon: <IconFileImport size={20} stroke={1.6} />,
          onClick: () => show('import'),
        },
      ]}
    />
  );
}
