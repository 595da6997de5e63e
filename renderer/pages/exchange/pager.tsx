import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/exchange.module.css';

/** Lines on a page of a long list. */
export const PAGE = 50;

/** «51–100 из 10 000» with the way on and back; nothing when all of it is on one page. */
export function Pager({ skip, found, onSkip }: { skip: number; found: number; onSkip: (skip: number) => void }) {
  const t = useWords('exchange');
  if (found <= PAGE && skip === 0) return null;
  const last = Math.min(found, skip + PAGE);
  return (
    <nav className={css['pager']} aria-label={t('pages')}>
      <span aria-live="polite">
        {t('pageOf', { from: formatCount(skip + 1), to: formatCount(last), found: formatCount(found) })}
      </span>
      <IconButton
        label={t('pageBack')}
        size={24}
        disabled={skip === 0}
        onClick={() => onSkip(Math.max(0, skip - PAGE))}
      >
        <IconChevronLeft size={16} stroke={1.6} />
      </IconButton>
      <IconButton label={t('pageOn')} size={24} disabled={last >= found} onClick={() => onSkip(skip + PAGE)}>
        <IconChevronRight size={16} stroke={1.6} />
      </IconButton>
    </nav>
  );
}
