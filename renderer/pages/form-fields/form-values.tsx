import { IconCheck, IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { filesIn } from '#renderer/pages/form-fields/files-in.ts';
import css from '#renderer/pages/form-fields/form-values.module.css';
import { simpleWords } from '#renderer/pages/form-fields/value-words.ts';
import { type Form, type FormColumn, fieldsOf } from '#shared/domain/form/form.ts';
import { ownValue, rowsOf } from '#shared/domain/form/json-value.ts';
import { type ValueText, valueTexts } from '#shared/domain/form/value-texts.ts';

/** What was filled in, in the order of the form. `names` are those of the employees and counterparties that values point at. */
export function FormValues(props: { form: Form; values: Record<string, unknown>; names?: Record<string, string> }) {
  const texts = valueTexts(props.form, props.values);
  const columns = new Map(fieldsOf(props.form).map((field) => [field.key, field.columns]));
  const names = props.names ?? {};
  return (
    <KeyValues
      captionWidth={180}
      entries={texts.map((text) => [
        text.label,
        <Value key={text.key} text={text} names={names} columns={columns.get(text.key) ?? []} />,
      ])}
    />
  );
}

function Value({ text, names, columns }: { text: ValueText; names: Record<string, string>; columns: FormColumn[] }) {
  const t = useWords('portal');
  const formats = useFormats();
  const { employeeOf } = useDirectory();
  const { type, value } = text;
  switch (type) {
    case 'employee': {
      const id = String(value);
      const name = employeeOf(id)?.fullName ?? names[id];
      return name ? (
        <span className={css['person']}>
          <PersonAvatar id={id} name={name} decorative />
          {name}
        </span>
      ) : null;
    }
    case 'counterparty':
      return names[String(value)] ?? t('unknownParty');
    case 'flag':
      return value === true ? t('yes') : t('no');
    case 'choices':
      return Array.isArray(value) ? value.join(', ') : null;
    case 'file':
      return (
        <Lines>
          {filesIn(value).map((file) => (
            <li key={file.sha256 + file.name}>
              <IconPaperclip size={14} stroke={1.6} aria-hidden="true" />
              {file.name} <span className={css['quiet']}>{formats.size(file.size)}</span>
            </li>
          ))}
        </Lines>
      );
    case 'checklist':
      return (
        <Lines>
          {rowsOf(value).map((entry) => (
            <li key={String(entry['text'])} data-done={entry['done'] === true || undefined}>
              {entry['done'] === true && <IconCheck size={14} stroke={1.8} aria-label={t('done')} />}
              {String(entry['text'])}
            </li>
          ))}
        </Lines>
      );
    case 'table':
      return <Rows label={text.label} columns={columns} rows={rowsOf(value)} />;
    case 'long_text':
      return <span className={css['long']}>{String(value)}</span>;
    default:
      return (
        <span className={type === 'text' || type === 'choice' ? undefined : 'op-figures'}>
          {simpleWords(type, value)}
        </span>
      );
  }
}

const Lines = ({ children }: { children: ReactNode }) => <ul className={css['lines']}>{children}</ul>;

/** Where the columns do not fit, every row is told as captions and values under each other. */
function Rows(props: { label: string; columns: readonly FormColumn[]; rows: readonly object[] }) {
  const { label, columns, rows } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <section className={css['scroll']} tabIndex={0} aria-label={label}>
      <table className={css['table']} data-many={columns.length > 3 || undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-type={column.type}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own
            <tr key={at}>
              {columns.map((column) => (
                <td key={column.key} data-type={column.type} data-caption={column.label}>
                  {simpleWords(column.type, ownValue(row, column.key))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
