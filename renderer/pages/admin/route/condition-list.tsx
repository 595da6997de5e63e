import { MultiSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { OfferChip } from '#renderer/components/chip.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/route/route.module.css';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import type { RouteCondition } from '#shared/domain/approval/route.ts';
import { contractTypes, documentKinds } from '#shared/domain/document.ts';

const fields = ['amount', 'kind', 'branchId', 'contractType'] as const;
type Field = (typeof fields)[number];

const fresh = (field: Field, setup: Setup): RouteCondition => {
  if (field === 'amount') return { field, from: null, below: null };
  if (field === 'kind') return { field, in: ['contract'] };
  if (field === 'branchId') return { field, in: setup.branches.slice(0, 1).map((branch) => branch.id) };
  return { field, in: ['supply'] };
};

/** When a route or a step applies: all of its conditions hold; none: always. */
export function ConditionList(props: {
  title: string;
  conditions: readonly RouteCondition[];
  setup: Setup;
  onChange: (conditions: RouteCondition[]) => void;
}) {
  const t = useWords('admin');
  const { conditions } = props;
  const free = fields.filter((field) => !conditions.some((one) => one.field === field));
  const change = (field: Field, next: RouteCondition | null) =>
    props.onChange(conditions.flatMap((one) => (one.field === field ? (next ? [next] : []) : [one])));
  return (
    <fieldset className={css['conditions']}>
      <legend>{props.title}</legend>
      {conditions.length === 0 && <p className={css['quiet']}>{t('always')}</p>}
      {conditions.map((condition) => (
        <Condition
          key={condition.field}
          condition={condition}
          setup={props.setup}
          onChange={(next) => change(condition.field, next)}
        />
      ))}
      <div className={css['offers']}>
        {free.map((field) => (
          <OfferChip
            key={field}
            label={t(`field_${field}`)}
            onClick={() => props.onChange([...conditions, fresh(field, props.setup)])}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Condition(props: {
  condition: RouteCondition;
  setup: Setup;
  onChange: (condition: RouteCondition | null) => void;
}) {
  const t = useWords('admin');
  const status = useWords('status');
  const contract = useWords('contract');
  const common = useWords('common');
  const { condition, onChange } = props;
  if (condition.field === 'amount')
    return (
      <div className={css['amount']}>
        <MoneyField label={t('from')} value={condition.from} onChange={(from) => onChange({ ...condition, from })} />
        <MoneyField
          label={t('below')}
          value={condition.below}
          onChange={(below) => onChange({ ...condition, below })}
        />
        <IconButton label={`${common('clear')}: ${t('field_amount')}`} onClick={() => onChange(null)}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
      </div>
    );
  const choices = {
    kind: documentKinds.map((kind) => ({ value: kind as string, label: status(`kind_${kind}`) as string })),
    branchId: props.setup.branches.map((branch) => ({ value: branch.id, label: branch.name })),
    contractType: contractTypes.map((type) => ({ value: type as string, label: contract(`${type}Type`) as string })),
  }[condition.field];
  return (
    <MultiSelect
      label={t(`field_${condition.field}`)}
      value={[...condition.in]}
      data={choices}
      // The last value taken away takes the condition with it.
      onChange={(values) => onChange(values.length > 0 ? ({ ...condition, in: values } as RouteCondition) : null)}
      searchable
      comboboxProps={{ shadow: 'md' }}
      clearButtonProps={{ 'aria-label': `${t(`field_${condition.field}`)}: ${common('clear')}` }}
    />
  );
}
