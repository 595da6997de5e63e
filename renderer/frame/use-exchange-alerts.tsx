import { IconAlertCircle, IconArrowsSplit2 } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { RailItem } from '#renderer/frame/rail.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useLink } from '#renderer/state/link.ts';

const icon = { size: 18, stroke: 1.6 } as const;

/** What of the exchange asks the person for a decision: for the rail while something does, and counted in the title of the window. */
export function useExchangeAlerts(): (RailItem & { tone: 'plum' | 'red' })[] {
  const t = useWords('frame');
  const conflicts = useLink((link) => link.status?.conflicts ?? 0);
  const rejected = useLink((link) => link.status?.rejected ?? 0);
  const count = conflicts + rejected;
  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, '');
    document.title = count > 0 ? `(${count}) ${plain}` : plain;
  }, [count]);
  const disputed = {
    ...{ id: 'conflicts', label: t('alertConflicts'), tone: 'plum' as const, count: conflicts },
    ...{ icon: <IconArrowsSplit2 {...icon} />, href: '#/exchange/conflicts' },
  };
  const refused = {
    ...{ id: 'rejected', label: t('alertRejected'), tone: 'red' as const, count: rejected },
    ...{ icon: <IconAlertCircle {...icon} />, href: '#/exchange/outbox' },
  };
  return [...(conflicts > 0 ? [disputed] : []), ...(rejected > 0 ? [refused] : [])];
}
