import { DateField } from '#renderer/components/date-field.tsx';
import { ManyChecks } from '#renderer/components/many-checks.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { numberOf, numberWords } from '#renderer/pages/document/number-words.ts';
import { ownTests, withOwn } from '#renderer/pages/documents/conditions.ts';
import { CounterpartyPicker } from '#renderer/pages/documents/counterparty-picker.tsx';
import css from '#renderer/pages/documents/documents.module.css';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import type { CustomTest, DocumentFilter } from '#shared/queries/document.ts';
import type { OwnField } from '#shared/queries/kind.ts';

interface EditorProps {
  filter: DocumentFilter;
  onChange: (filter: DocumentFilter) => void;
}

/** What is asked of one of the company's own fields, as its type is asked: values of a list, a span, words. */
export function OwnConditionEditor({ field: key, filter, onChange }: EditorProps & { field: string }) {
  const field = useOwnFields().find((one) => one.key === key);
  if (!field) return null;
  const tests = ownTests(filter, key);
  const ask = (next: readonly CustomTest[]) => onChange(withOwn(filter, key, next));
  switch (field.type) {
    case 'choice':
    case 'choices':
    case 'employee':
    case 'flag':
    case 'counterparty':
      return <OneOf field={field} tests={tests} ask={ask} />;
    case 'text':
    case 'long_text':
      return <Words field={field} tests={tests} ask={ask} />;
    default:
      return <Span field={field} tests={tests} ask={ask} />;
  }
}

interface FieldProps {
  field: OwnField;
  tests: readonly CustomTest[];
  ask: (tests: readonly CustomTest[]) => void;
}

function OneOf({ field, tests, ask }: FieldProps) {
  const yesNo = useWords('contract');
  const { employees } = useDirectory();
  const { key, type, options } = field;
  const test = tests.find((one) => one.op === 'in');
  const chosen = (test?.op === 'in' ? test.value : []).map(String);
  const choose = (values: readonly (string | boolean)[]) =>
    ask(values.length === 0 ? [] : [{ key, op: 'in', value: [...values] }]);
  if (type === 'counterparty')
    return (
      <CounterpartyPicker
        label={field.label}
        value={chosen[0] ?? null}
        onChange={(id) => choose(id === null ? [] : [id])}
      />
    );
  if (type === 'flag')
    return (
      <ManyChecks
        choices={['true', 'false'].map((value) => ({ value, label: yesNo(value === 'true' ? 'yes' : 'no') }))}
        chosen={chosen}
        onChange={(values) => choose(values.map((one) => one === 'true'))}
      />
    );
  const choices =
    type === 'employee'
      ? employees.map(({ id, fullName }) => ({ value: id, label: fullName }))
      : options.map((option) => ({ value: option, label: option }));
  return <ManyChecks choices={choices} chosen={chosen} onChange={choose} />;
}

function Words({ field, tests, ask }: FieldProps) {
  const t = useWords('documents');
  const test = tests.find((one) => one.op === 'contains');
  return (
    <TextField
      label={t('ownContains')}
      value={test?.op === 'contains' ? test.value : ''}
      onChange={(value) => ask(value === '' ? [] : [{ key: field.key, op: 'contains', value }])}
      maxLength={200}
    />
  );
}

/** From and to: of days, of sums, of numbers. */
function Span({ field, tests, ask }: FieldProps) {
  const t = useWords('documents');
  const today = useClock().today();
  const { key, type } = field;
  const bound = (op: 'at_least' | 'at_most') => {
    const test = tests.find((one) => one.op === op);
    const value = test?.op === op ? test.value : null;
    const label = t(op === 'at_least' ? 'from' : 'to');
    const change = (next: string | number | null) =>
      ask([...tests.filter((one) => one.op !== op), ...(next === null ? [] : [{ key, op, value: next }])]);
    if (type === 'money')
      return <MoneyField key={op} label={label} value={typeof value === 'number' ? value : null} onChange={change} />;
    if (type === 'number')
      return (
        <TextField
          key={op}
          label={label}
          value={typeof value === 'number' ? numberWords(value) : ''}
          onChange={(typed) => change(typed.trim() === '' ? null : (numberOf(typed) ?? value))}
        />
      );
    return (
      <DateField
        key={op}
        label={label}
        today={today}
        value={typeof value === 'string' ? value : null}
        onChange={change}
      />
    );
  };
  return (
    <div className={css['pair']}>
      {bound('at_least')}
      {bound('at_most')}
    </div>
  );
}
