import { formatCount, formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';

/** How many documents of each kind, and for how much. */
export function KindSums({ card }: { card: CounterpartyCard }) {
  const t = useWords('counterparties');
  const kindOf = useKindWords();
  if (card.sums.length === 0) return <p className={css['none']}>{t('sumsEmpty')}</p>;
  return (
    <table className={css['sums']} aria-label={t('sums')}>
      <tbody>
        {card.sums.map((one) => (
          <tr key={one.kindId ?? one.kind}>
            <th scope="row">{kindOf(one)}</th>
            <td>{formatCount(one.count)}</td>
            <td>{one.sum === 0 ? '–' : formatMoney(one.sum)}</td>
          </tr>
        ))}
        <tr className={css['sumTotal']}>
          <th scope="row">{t('sumsTotal')}</th>
          <td>{formatCount(card.documents)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}
