import { IconFileImport, IconMailDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { EmptyFilter, EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { setConditions, without } from '#renderer/pages/documents/conditions.ts';
import { askedFilter, useRegister } from '#renderer/pages/documents/register.ts';
import { useConditionWords } from '#renderer/pages/documents/use-condition-words.ts';
import { newestFirst } from '#renderer/state/documents-register.ts';
import { useOverlays } from '#renderer/state/overlays.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

/** Nothing to show: either nothing exists yet, or the filter is to blame and can be dropped in one press. */
export function EmptyRegister(props: {
  /** What the person has set, with the words looked for. */
  set: DocumentFilter;
  /** Stands here when nothing exists yet. */
  nothing: ReactNode;
  onChange: (filter: DocumentFilter) => void;
  onText: (text: string) => void;
}) {
  const t = useWords('documents');
  const common = useWords('common');
  const register = useRegister();
  const { labelOf } = useConditionWords(props.set);
  const all = useQuery('document.list', {
    filter: askedFilter(register, {}),
    sort: newestFirst,
    start: 0,
    end: 0,
  }).data?.total;
  const { text, ...filter } = props.set;
  if (all === undefined) return null;
  if (all === 0) return props.nothing;
  const blamed = setConditions(filter).at(-1);
  return (
    <EmptyFilter title={common('nothingFiltered')}>
      {t('outside', { count: all })}{' '}
      {text ? (
        <LinkButton onClick={() => props.onText('')}>{t('dropCondition', { name: t('conditionText') })}</LinkButton>
      ) : (
        blamed && (
          <LinkButton onClick={() => props.onChange(without(filter, blamed))}>
            {t('dropCondition', { name: labelOf(blamed) })}
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

/** Ways to begin with documents. */
export function NoDocuments() {
  const t = useWords('documents');
  const navigate = useNavigate();
  const show = useOverlays((overlays) => overlays.show);
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
