import { IconAlertCircle, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { saveBlob } from '#renderer/pages/files/save-blob.ts';
import { type ErrorLine, errorsCsv } from '#renderer/pages/import/table/errors-csv.ts';
import css from '#renderer/pages/import/table/table.module.css';
import type { TargetFacts } from '#renderer/pages/import/table/table-target.ts';
import { useCellWords } from '#renderer/pages/import/table/use-cell-words.ts';
import type { CellFault, RowRefusal, TableCheck } from '#shared/ipc/intake-channels.ts';

const SHOWN = 20;
/** So many lines are drawn at most; the saved table has all of them. */
const DRAWN = 500;

/** What is wrong, cell by cell, and what was refused, row by row; all of it can be saved as a table of its own. */
export function FaultsPart(props: {
  check: TableCheck;
  refused: readonly RowRefusal[];
  facts: TargetFacts;
  /** The name of the sheet, in front of every place. */
  sheet: string | null;
  name: string;
}) {
  const t = useWords('tables');
  const errors = useErrorWords();
  const { check, refused, sheet } = props;
  const { fieldName, fault } = useCellWords(props.facts, check.names);
  const [all, setAll] = useState(false);
  const at = (place: string): string => (sheet ? `${sheet}!${place}` : place);
  // There may be a hundred thousand of them: words are found for those that are drawn or saved.
  const faults: readonly (RowRefusal | CellFault)[] = [...refused, ...check.problems];
  if (faults.length === 0) return null;
  const lineOf = (one: RowRefusal | CellFault): ErrorLine => {
    if ('place' in one)
      return { place: at(one.place), field: fieldName(one.field), value: one.value, words: fault(one) };
    const { row, code, details } = one;
    const words = details['problem'] === 'several' ? t('fault_COUNTERPARTY_AMBIGUOUS') : errors({ code, details });
    return { place: at(String(row)), field: '', value: '', words };
  };
  const count = check.problemCount + refused.length;
  const untold = count - faults.length;
  const save = () => {
    const titles = [t('csvPlace'), t('csvField'), t('csvValue'), t('csvWords')];
    const rest = untold > 0 ? [{ place: '', field: '', value: '', words: t('csvRest', { count: untold }) }] : [];
    const bytes = new Blob([errorsCsv(titles, [...faults.map(lineOf), ...rest])], { type: 'text/csv;charset=utf-8' });
    saveBlob(bytes, `${props.name.replace(/\.[^.]*$/, '')} ${t('csvName')}.csv`);
  };
  const drawn = faults.slice(0, all ? DRAWN : SHOWN).map(lineOf);
  return (
    <section className={css['card']} aria-label={t('faults')}>
      <header className={css['faultsHead']}>
        <h2>{t('faultsCount', { count })}</h2>
        <ActionButton size="xs" icon={<IconDownload size={14} stroke={1.6} />} onClick={save}>
          {t('saveFaults')}
        </ActionButton>
      </header>
      <ul className={css['faults']}>
        {drawn.map(({ place, field, words }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a check never changes
          <li key={n}>
            <IconAlertCircle size={14} stroke={1.6} aria-hidden="true" />
            <b className={css['place']}>{place}</b>
            <span className={css['field']}>{field}</span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {!all && faults.length > SHOWN && (
        <LinkButton onClick={() => setAll(true)}>{t('showAll', { all: formatCount(count) })}</LinkButton>
      )}
      {all && count > drawn.length && (
        <p className={css['quiet']}>{t('shownOf', { shown: formatCount(drawn.length), all: formatCount(count) })}</p>
      )}
    </section>
  );
}
