import { IconX } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import plain from '#renderer/components/plain-table.module.css';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { StatusLabel } from '#renderer/components/status.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/contract.module.css';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import type { RelatedDocument } from '#shared/queries/contract.ts';

export interface RelatedRow extends RelatedDocument {
  key: string;
  /** Steps to the right: how deep it lies under the contract. */
  depth?: number;
  self?: boolean;
  /** What kind of link it is, in words. */
  link?: string;
  onRemove?: (() => void) | undefined;
}

/** Documents beside a contract, one a line. */
export function RelatedTable({ label, rows }: { label: string; rows: readonly RelatedRow[] }) {
  const t = useWords('contract');
  const words = useWords('contracts');
  const kindOf = useKindWords();
  const contract = useContractWords();
  const linked = rows.some((row) => row.link !== undefined);
  return (
    <table className={`${plain['table']} ${css['table']}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('subject')}</th>
          {linked && (
            <th scope="col" className={css['side']}>
              {t('linkKind')}
            </th>
          )}
          <th scope="col" className={css['day']}>
            {t('date')}
          </th>
          <th scope="col" className={css['sum']}>
            {t('amount')}
          </th>
          <th scope="col" className={css['state']}>
            {words('state')}
          </th>
          {linked && (
            <th scope="col" className={css['cross']}>
              <span className="op-hidden">{t('actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-self={row.self || undefined} aria-current={row.self ? 'true' : undefined}>
            <td>
              <span className={css['entry']} style={{ paddingLeft: (row.depth ?? 0) * 20 }}>
                {(row.depth ?? 0) > 0 && <span className={css['branch']} aria-hidden="true" />}
                <KindIcon kind={row.kind} />
                <span className="op-hidden">{kindOf(row)} </span>
                {row.self ? (
                  <RegistrationNumber number={row.number} plain />
                ) : (
                  <a href={`#/documents/${row.id}`}>
                    <RegistrationNumber number={row.number} plain />
                  </a>
                )}
              </span>
            </td>
            <td className={css['words']} title={row.subject}>
              <span className={css['entry']}>
                <span className="op-ellipsis">{row.subject}</span>
                {row.self && <span className={css['tag']}>{t('self')}</span>}
              </span>
            </td>
            {linked && <td className={css['side']}>{row.link}</td>}
            <td className={css['day']}>{formatDate(row.date)}</td>
            <td className={css['sum']}>{row.amount === null ? '' : formatMoney(row.amount, row.currency)}</td>
            <td className={css['state']}>
              <span className={css['entry']}>
                <StatusLabel status={row.state} />
              </span>
            </td>
            {linked && (
              <td className={css['cross']}>
                {row.onRemove && (
                  <IconButton
                    label={t('linkRemove', { title: contract.related(row) })}
                    size={24}
                    onClick={row.onRemove}
                  >
                    <IconX size={14} stroke={1.6} />
                  </IconButton>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
