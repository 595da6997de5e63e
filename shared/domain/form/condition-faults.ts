import { type Fields, heldType } from '#shared/domain/form/calculated-type.ts';
import { type FormField, type FormTest, type TestOperation, testsOf } from '#shared/domain/form/form.ts';
import type { FieldFault } from '#shared/domain/form/form-fault.ts';
import { isBlank } from '#shared/domain/form/json-value.ts';
import { misfit } from '#shared/domain/form/misfit.ts';

/** What is wrong with the conditions of a field: fields and choices that are not there, tests that the other field cannot answer. */
export function conditionFaults(field: FormField, fields: Fields): FieldFault[] {
  return (['when', 'requiredWhen'] as const).flatMap((part) => {
    const condition = field[part];
    return condition
      ? testsOf(condition).flatMap((test) => testFaults(test, fields.get(test.field), fields, part))
      : [];
  });
}

function testFaults(
  test: FormTest,
  asked: FormField | undefined,
  fields: Fields,
  part: 'when' | 'requiredWhen',
): FieldFault[] {
  const keys = [test.field];
  if (!asked) return [{ code: 'unknown_field', part, keys }];
  if (test.op === 'filled' || test.op === 'empty') return [];
  const type = heldType(fields, asked);
  const wrong: FieldFault[] = [{ code: 'wrong_type', part, keys }];
  if (!(operations[type] as readonly TestOperation[]).includes(test.op)) return wrong;
  const wanted: unknown[] = test.op === 'in' ? (Array.isArray(test.value) ? test.value : []) : [test.value];
  if (wanted.length === 0 || wanted.some(isBlank)) return wrong;
  if (type === 'choice' || type === 'choices') {
    if (!wanted.every((one) => typeof one === 'string')) return wrong;
    const missing = wanted.filter((one) => !asked.options.includes(one));
    return missing.length > 0 ? [{ code: 'unknown_option', part, keys: [test.field, ...missing] }] : [];
  }
  if (type === 'date_range' || type === 'file' || type === 'table' || type === 'checklist') return wrong;
  return wanted.some((one) => misfit(type, [], one)) ? wrong : [];
}

const identity = ['is', 'is_not', 'in'] as const;
const size = [...identity, 'at_least', 'below'] as const;

/** Beside `filled` and `empty`, which every field can answer. */
const operations = {
  text: identity,
  long_text: identity,
  number: size,
  money: size,
  date: size,
  date_range: [],
  employee: identity,
  counterparty: identity,
  choice: identity,
  choices: identity,
  flag: ['is', 'is_not'],
  file: [],
  table: [],
  checklist: [],
} as const satisfies Record<ReturnType<typeof heldType>, readonly TestOperation[]>;
