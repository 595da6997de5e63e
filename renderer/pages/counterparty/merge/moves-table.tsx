import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/merge/merge.module.css';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import type { MergeSide } from '#shared/queries/relations.ts';

const counted = ['documents', 'contracts', 'tickets', 'checks', 'comments'] as const;

/** How much belongs to each record, and what the one that stays will have. */
export function MovesTable({ sides, kept }: { sides: readonly [MergeSide, MergeSide]; kept: 0 | 1 }) {
  const t = useWords('relations');
  const own = sides.map((side) => new Set(side.accounts.map((one) => one.account)));
  // An account that both have is one account.
  const accounts = [...own, new Set(own.flatMap((one) => [...one]))].map((one) => one.size);
  const rows = [
    ...counted.map((key) => [key, sides[0][key], sides[1][key], sides[0][key] + sides[1][key]] as const),
    ['accounts', accounts[0] ?? 0, accounts[1] ?? 0, accounts[2] ?? 0] as const,
  ];
  return (
    <section aria-label={t('mergeMoves')}>
      <h2 className={css['heading']}>{t('mergeMoves')}</h2>
      <table className={css['moves']}>
        <thead>
          <tr>
            <td />
            {sides.map((side, n) => (
              <th key={side.counterparty.id} scope="col" data-kept={n === kept || undefined}>
                {partyTitle(side.counterparty)}
              </th>
            ))}
            <th scope="col">{t('mergeTotal')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, ...counts]) => (
            <tr key={key}>
              <th scope="row">{t(`moves_${key}`)}</th>
              {counts.map((count, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never change places
                <td key={n}>{formatCount(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
