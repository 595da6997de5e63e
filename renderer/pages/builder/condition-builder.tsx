import { TagsInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { OfferChip } from '#renderer/components/chip.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import { operationsOf } from '#renderer/pages/builder/field-words.ts';
import { OneValue } from '#renderer/pages/builder/one-value.tsx';
import { useConditionWords } from '#renderer/pages/builder/use-condition-words.ts';
import { heldType } from '#shared/domain/form/calculated-type.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import {
  type Condition,
  type Form,
  type FormField,
  type FormTest,
  fieldsOf,
  type TestOperation,
  testsOf,
} from '#shared/domain/form/form.ts';

/** When a field is shown or demanded: questions to other fields, joined by «и» or by «или», told as a sentence. */
export function ConditionBuilder(props: {
  title: string;
  /** Said when there is no condition. */
  otherwise: string;
  /** What begins the sentence: «показывать, если …». */
  lead: string;
  form: Form;
  own: FormField;
  condition: Condition | null;
  faults: readonly string[];
  onChange: (condition: Condition | null) => void;
}) {
  const t = useWords('builder');
  const words = useConditionWords(props.form);
  const { condition, form } = props;
  const others = fieldsOf(form).filter((field) => field.key !== props.own.key);
  const tests = condition ? testsOf(condition) : [];
  const any = condition !== null && 'any' in condition;
  const put = (next: FormTest[], isAny = any) =>
    props.onChange(next.length === 0 ? null : isAny ? { any: next } : { all: next });
  const begin = () => {
    const [first] = others;
    if (first) put([...tests, freshTest(form, first)]);
  };
  return (
    <fieldset className={css['group']}>
      <legend>{props.title}</legend>
      <p className={css['quiet']}>{condition ? `${props.lead} ${words(condition)}` : props.otherwise}</p>
      {tests.length > 1 && (
        <Segmented
          label={t('joined')}
          value={any ? 'any' : 'all'}
          choices={[
            { value: 'all', label: t('allHold') },
            { value: 'any', label: t('anyHolds') },
          ]}
          onChange={(value) => put(tests, value === 'any')}
        />
      )}
      {tests.map((test, index) => (
        <TestRow
          // biome-ignore lint/suspicious/noArrayIndexKey: questions have no names of their own, and may be alike
          key={index}
          test={test}
          form={form}
          others={others}
          onChange={(next) => put(tests.map((one, at) => (at === index ? next : one)))}
          onRemove={() => put(tests.toSpliced(index, 1))}
        />
      ))}
      <FaultLines faults={props.faults} />
      {others.length > 0 && tests.length < 20 && (
        <div>
          <OfferChip label={t(tests.length === 0 ? 'addCondition' : 'addTest')} onClick={begin} />
        </div>
      )}
    </fieldset>
  );
}

function TestRow(props: {
  test: FormTest;
  form: Form;
  others: readonly FormField[];
  onChange: (test: FormTest) => void;
  onRemove: () => void;
}) {
  const t = useWords('builder');
  const { test, form, others } = props;
  const field = others.find((one) => one.key === test.field);
  const operations = field ? operationsOf(form, field) : (['filled', 'empty'] as const);
  const names = others.map((one) => ({ value: one.key, label: one.label || one.key }));
  const unknown = field ? [] : [{ value: test.field, label: t('lostField', { key: test.field }) }];
  const open = test.op !== 'filled' && test.op !== 'empty';
  return (
    <div className={css['test']}>
      <div className={css['testField']}>
        <SelectField
          label={t('testField')}
          value={test.field}
          choices={[...names, ...unknown]}
          search
          onChange={(key) => {
            const next = others.find((one) => one.key === key);
            if (next) props.onChange(freshTest(form, next));
          }}
        />
      </div>
      <div className={css['testOperation']}>
        <SelectField
          label={t('testOperation')}
          value={test.op}
          choices={[...new Set([...operations, test.op])].map((op) => ({ value: op, label: t(`op_${op}`) }))}
          onChange={(op) => op && field && props.onChange(withOperation(form, field, test, op as TestOperation))}
        />
      </div>
      {open && (
        <div className={css['testValue']}>
          {field && test.op !== 'in' && (
            <OneValue
              label={t('testValue')}
              form={form}
              field={field}
              value={test.value}
              onChange={(value) => props.onChange({ ...test, value })}
            />
          )}
          {test.op === 'in' && (
            <TagsInput
              label={t('testValues')}
              value={Array.isArray(test.value) ? test.value.map(String) : []}
              data={field?.options ?? []}
              onChange={(value) => props.onChange({ ...test, value })}
              clearButtonProps={{ 'aria-label': t('clearValues') }}
              comboboxProps={{ shadow: 'md' }}
            />
          )}
        </div>
      )}
      <IconButton label={t('removeTest')} onClick={props.onRemove}>
        <IconX size={16} stroke={1.6} />
      </IconButton>
    </div>
  );
}

function freshTest(form: Form, field: FormField): FormTest {
  const type = heldType(fieldsByKey(form), field);
  if (type === 'flag') return { field: field.key, op: 'is', value: true };
  const [op = 'filled'] = operationsOf(form, field);
  return op === 'filled' ? { field: field.key, op } : { field: field.key, op, value: field.options[0] ?? null };
}

function withOperation(form: Form, field: FormField, test: FormTest, op: TestOperation): FormTest {
  if (op === 'filled' || op === 'empty') return { field: test.field, op };
  if (op === 'in') return { field: test.field, op, value: test.value == null ? [] : [test.value].flat() };
  const value = Array.isArray(test.value) ? (test.value[0] ?? null) : test.value;
  return { field: test.field, op, value: value ?? freshTest(form, field).value ?? null };
}
