import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import type { GridSort } from '#renderer/components/data-grid/types.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type Conditions, type Show, writeConditions } from '#renderer/pages/reports/report-place.ts';

export interface RegisterProps {
  conditions: Conditions;
  show: Show;
  sort: GridSort;
  onSort: (sort: GridSort) => void;
  onChange: (conditions: Conditions) => void;
}

/** The way back to the figures, under the same conditions. */
export const BackToReport = ({ conditions }: { conditions: Conditions }) => (
  <BackButton address={`/reports${writeConditions(conditions)}`} />
);

/** Names the way back to the figures that stand at an address. */
export function BackButton({ address }: { address: string }) {
  const t = useWords('reports');
  const navigate = useNavigate();
  return (
    <ActionButton size="xs" icon={<IconArrowLeft size={14} stroke={1.6} />} onClick={() => navigate(address)}>
      {t('backToReport')}
    </ActionButton>
  );
}
