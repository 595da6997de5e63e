import { IconFileSpreadsheet } from '@tabler/icons-react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/import/table/table.module.css';
import type { TableImport } from '#renderer/pages/import/table/use-table-import.ts';
import { type TableFileProblem, type TableView, textEncodings } from '#shared/ipc/intake-channels.ts';

const delimiters = [';', ',', '\t', '|'] as const;

/** What the file is and how it was read; everything that was found out can be said better. */
export function ReadingPart({ given, view, onChoose }: { given: TableImport; view: TableView; onChoose: () => void }) {
  const t = useWords('tables');
  const { size } = useFormats();
  const { file, settled, reading } = given;
  const { sheets, sheet, encoding, shape } = view;
  return (
    <section className={css['card']} aria-label={t('file')}>
      <header className={css['fileHead']}>
        <IconFileSpreadsheet size={18} stroke={1.6} aria-hidden="true" />
        <b className="op-ellipsis">{file?.name}</b>
        {file?.size != null && <span className={css['quiet']}>{size(file.size)}</span>}
        <LinkButton onClick={onChoose}>{t('chooseOther')}</LinkButton>
      </header>
      <div className={css['fields']}>
        {view.kind === 'workbook' && (
          <SelectField
            label={t('sheet')}
            value={String(sheet ?? 0)}
            choices={sheets.map(({ name, hidden }, at) => ({
              value: String(at),
              label: hidden ? t('sheetHidden', { name }) : name,
            }))}
            onChange={(value) => value !== null && given.read({ sheet: Number(value) })}
          />
        )}
        {view.kind === 'text' && (
          <>
            <SelectField
              label={t('encoding')}
              value={encoding}
              choices={textEncodings.map((value) => ({ value, label: t(`encoding_${value}`) }))}
              onChange={(value) => {
                const chosen = textEncodings.find((one) => one === value);
                if (chosen) given.read({ ...reading, encoding: chosen });
              }}
            />
            <SelectField
              label={t('delimiter')}
              value={shape?.delimiter ?? ';'}
              choices={delimiters.map((value) => ({ value, label: t(`delimiter_${names[value]}`) }))}
              onChange={(value) => {
                const delimiter = delimiters.find((one) => one === value);
                if (delimiter) given.read({ ...reading, shape: { delimiter, quote: shape?.quote ?? '"' } });
              }}
            />
          </>
        )}
        {settled && (
          <SelectField
            label={t('header')}
            value={String(settled.header)}
            choices={[
              { value: '0', label: t('noHeader') },
              ...view.table.rows.slice(0, 40).map(({ row, cells }) => ({
                value: String(row),
                label: `${row}: ${cells.map(({ value }) => value).join(' · ')}`.slice(0, 80),
              })),
            ]}
            onChange={(value) => value !== null && given.choose(settled.target, Number(value))}
          />
        )}
      </div>
      <FileProblems problems={view.table.problems} />
    </section>
  );
}

const names = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

/** What is wrong with the file as a whole: a sentence each. */
export function FileProblems({ problems }: { problems: readonly TableFileProblem[] }) {
  const t = useWords('tables');
  const { size } = useFormats();
  return problems.map(({ code, stops, place, params }) => {
    const limit = Number(params['limit'] ?? 0);
    const words = t(`problem_${code}` as 'problem_TABLE_DAMAGED', {
      limit: code === 'TABLE_TOO_LARGE' && limit > 0 ? size(limit) : formatCount(limit),
    });
    return (
      <Note
        key={`${code}${place}`}
        tone={stops ? 'red' : 'amber'}
        title={place ? t('atPlace', { place, words }) : words}
      />
    );
  });
}
