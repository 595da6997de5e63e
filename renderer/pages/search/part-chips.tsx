import { IconPlus, IconX } from '@tabler/icons-react';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/search/search.module.css';
import type { UnderstoodPart } from '#shared/queries/search.ts';

/** How what was typed has been understood; each part can be switched off, and on again. */
export function PartChips(props: {
  parts: readonly UnderstoodPart[];
  off: readonly string[];
  onChange: (off: string[]) => void;
}) {
  const { off } = props;
  const t = useWords('search');
  const wordsOf = usePartWords();
  return (
    <ul className={css['parts']} aria-label={t('understood')}>
      {props.parts.map((part) => {
        const isOff = off.includes(part.key);
        const { label, value } = wordsOf(part);
        const next = isOff ? off.filter((key) => key !== part.key) : [...off, part.key];
        return (
          <li key={part.key}>
            <button
              type="button"
              className={css['part']}
              data-off={isOff || undefined}
              data-without={part.without || undefined}
              aria-label={t(isOff ? 'switchOn' : 'switchOff', { label, value })}
              onClick={() => props.onChange(next)}
            >
              {/* A gap is no blank to whoever listens. */}
              <span className={css['label']}>{label}</span> <b>{value}</b>
              {isOff ? <IconPlus size={12} stroke={1.6} /> : <IconX size={12} stroke={1.6} />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function usePartWords(): (part: UnderstoodPart) => { label: string; value: string } {
  const t = useWords('search');
  return ({ kind, text, without, days, people, amount }) => {
    if (without) return { label: t('part_without'), value: text };
    if (days) {
      const [from, to] = [formatDate(days.from), formatDate(days.to)];
      return { label: t('part_date'), value: from === to ? from : t('period', { from, to }) };
    }
    if (kind === 'person') {
      const [first, ...others] = people;
      const name = first?.name ?? text;
      const value = others.length === 0 ? name : t('orMore', { name, count: others.length });
      return { label: t('part_person'), value };
    }
    if (kind === 'amount' && amount !== null) return { label: t('part_amount'), value: formatMoney(amount) };
    // A number with letters or dashes in it is never an amount.
    if (kind === 'number' && amount === null) return { label: t('code'), value: text };
    return { label: t(`part_${kind}`), value: text };
  };
}
