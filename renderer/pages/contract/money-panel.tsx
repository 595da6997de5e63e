import { PanelSection } from '#renderer/components/side-panel.tsx';
import { formatShortDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ContractFacts } from '#renderer/pages/contract/contract-facts.ts';
import css from '#renderer/pages/contract/side.module.css';
import { vatRate } from '#renderer/pages/contract/term-words.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

/** How much has been paid, how much is to be paid soon, what is left. */
export function MoneyPanel({ document, money }: { document: DocumentRow; money: ContractFacts['money'] }) {
  const t = useWords('contract');
  const { amount, currency } = document;
  const { paid, soon, rest } = money;
  const whole = paid + soon + rest;
  const sum = (kopecks: number) => formatMoney(kopecks, currency);
  if (amount === null && whole === 0)
    return (
      <PanelSection title={t('money')}>
        <p className={css['none']}>{t('moneyNone')}</p>
      </PanelSection>
    );
  const parts = [
    { key: 'paid', label: t('paid'), value: paid },
    {
      key: 'soon',
      label: money.soonUntil ? t('soon', { date: formatShortDate(money.soonUntil) }) : t('soonNone'),
      value: soon,
    },
    { key: 'rest', label: t('rest'), value: rest },
  ];
  return (
    <PanelSection title={t('money')} end={<span className={css['vat']}>{vatWords(t, document)}</span>}>
      <div className={css['bar']} aria-hidden="true">
        {parts.map(({ key, value }) => (
          <span key={key} data-part={key} style={{ flexGrow: whole > 0 ? value / whole : 0 }} />
        ))}
      </div>
      <dl className={css['sums']}>
        {parts
          .filter(({ key, value }) => key !== 'soon' || value > 0)
          .map(({ key, label, value }) => (
            <div key={key}>
              <dt>
                <span className={css['square']} data-part={key} aria-hidden="true" />
                {label}
              </dt>
              <dd>{sum(value)}</dd>
            </div>
          ))}
      </dl>
    </PanelSection>
  );
}

/** The rate when it is one of the law's, the sum otherwise. */
export function vatWords(t: ReturnType<typeof useWords<'contract'>>, document: DocumentRow): string {
  const { amount, vatAmount, currency } = document;
  if (amount === null || vatAmount === null) return '';
  if (vatAmount === 0) return t('noVat');
  const rate = vatRate(amount, vatAmount);
  return rate === null ? t('vatSum', { sum: formatMoney(vatAmount, currency) }) : t('vatRate', { rate: String(rate) });
}
