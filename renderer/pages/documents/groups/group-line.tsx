import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { formatCount, formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/documents/groups/groups.module.css';
import type { CurrencySum, GroupBand } from '#shared/queries/document.ts';

/** The line above the documents of a group: what it is called, how many, how much. */
export function GroupLine({ band, name }: { band: GroupBand; name: string }) {
  const t = useWords('register');
  const Arrow = band.isFolded ? IconChevronRight : IconChevronDown;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its row has the focus, and the list hears the keys
    // biome-ignore lint/a11y/useSemanticElements: the grid is no table of the page
    <div
      className={css['band']}
      role="gridcell"
      aria-expanded={!band.isFolded}
      aria-label={`${name}, ${t('documents', { count: band.count })}`}
      title={t(band.isFolded ? 'bandOpen' : 'bandFold', { name })}
    >
      <Arrow size={16} stroke={1.8} aria-hidden="true" />
      <b className="op-ellipsis">{name}</b>
      <span className={css['count']}>{formatCount(band.count)}</span>
      <span className={css['sums']}>
        <Sums sums={band.sums} />
      </span>
    </div>
  );
}

/** Sums by currency, each with its VAT. */
export function Sums({ sums }: { sums: readonly CurrencySum[] }) {
  const t = useWords('register');
  return sums.map(({ currency, amount, vat }) => (
    <span key={currency} className={css['sum']}>
      {vat !== 0 && <span className={css['vat']}>{t('vat', { sum: formatMoney(vat, currency) })}</span>}
      <b>{formatMoney(amount, currency)}</b>
    </span>
  ));
}
