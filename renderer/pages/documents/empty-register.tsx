import { IconFileImport, IconMailDown } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { EmptyFilter, EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { setConditions, without } from '#renderer/pages/documents/conditions.ts';
import { useConditionWords } from '#renderer/pages/documents/use-condition-words.ts';
import { newestFirst } from '#renderer/state/documents-register.ts';
import { useOverlays } from '#renderer/state/overlays.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

/** Nothing to show: either nothing exists yet, or the filter is to blame and can be dropped in one press. */
export function EmptyRegister(props: {
  asked: DocumentFilter;
  onChange: (filter: DocumentFilter) => void;
  onText: (text: string) => void;
}) {
  const t = useWords('documents');
  const common = useWords('common');
  const navigate = useNavigate();
  const show = useOverlays((overlays) => overlays.show);
  const { labels } = useConditionWords(props.asked);
  const all = useQuery('document.list', { filter: {}, sort: newestFirst, start: 0, end: 0 }).data?.total;
  const { text, ...filter } = props.asked;
  if (all === undefined) return null;
  if (all === 0) {
    return (
      <EmptyState
        title={t('emptyTitle')}
        text={t('emptyText')}
        ways={[
          {
            title: t('emptyCreate'),
            text: t('emptyCreateText'),
            icon: <IconMailDown size={20} stroke={1.6} />,
            keys: ['C', '1'],
            onClick: () => navigate('/documents/new/incoming'),
          },
          {
            title: t('emptyImport'),
            text: t('emptyImportText'),
            icon: <IconFileImport size={20} stroke={1.6} />,
            onClick: () => show('import'),
          },
        ]}
      />
    );
  }
  const blamed = setConditions(filter).at(-1);
  return (
    <EmptyFilter title={common('nothingFiltered')}>
      {t('outside', { count: all })}{' '}
      {text ? (
        <LinkButton onClick={() => props.onText('')}>{t('dropCondition', { name: t('conditionText') })}</LinkButton>
      ) : (
        blamed && (
          <LinkButton onClick={() => props.onChange(without(filter, blamed))}>
            {t('dropCondition', { name: labels[blamed] })}
          </LinkButton>
        )
      )}{' '}
      {t('or')}{' '}
      <LinkButton
        onClick={() => {
          props.onText('');
          props.onChange({});
        }}
      >
        {common('resetFilter')}
      </LinkButton>
    </EmptyFilter>
  );
}
