import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { ConditionValue } from '#renderer/pages/documents/filter/condition-value.tsx';
import { type DraftCondition, freshCondition, withOperator } from '#renderer/pages/documents/filter/draft.ts';
import css from '#renderer/pages/documents/filter/filter.module.css';
import type { FilterField } from '#renderer/pages/documents/filter/use-filter-fields.ts';
import { type ConditionFault, type Operator, operatorsOf } from '#shared/queries/condition.ts';

/** One condition: a field, a comparison, a value; what is wrong with it stands at it. */
export function ConditionLine(props: {
  draft: DraftCondition;
  fields: readonly FilterField[];
  fault: ConditionFault | undefined;
  /** A fault is told once the person has tried, or where it cannot come from typing. */
  tried: boolean;
  place: string;
  /** The dialog begins with it, or it was added a moment ago. */
  awaited: boolean;
  onChange: (draft: DraftCondition) => void;
  onRemove: () => void;
}) {
  const t = useWords('register');
  const documents = useWords('documents');
  const { draft, fields, fault, awaited, onChange } = props;
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (awaited) place.current?.querySelector('input')?.focus();
  }, [awaited]);
  const field = fields.find((one) => one.field === draft.field);
  const told = fault && (props.tried || fault !== 'VALUE_MISSING') ? t(`fault_${fault}`) : undefined;
  const offered = (isOwn: boolean) =>
    fields.filter((one) => one.isOwn === isOwn).map((one) => ({ value: one.field, label: one.label }));
  const lost = field ? [] : [{ value: draft.field, label: draft.field }];
  const groups = [
    { group: '', items: [...offered(false), ...lost] },
    ...(offered(true).length > 0 ? [{ group: documents('ownFields'), items: offered(true) }] : []),
  ];
  const wordsOf = (op: Operator) => t(op === 'me' && field?.type === 'branch' ? 'op_me_branch' : `op_${op}`);
  const operators = field ? operatorsOf[field.type] : [draft.op];
  return (
    <fieldset ref={place} className={css['line']} aria-label={`${t('addCondition')} ${props.place}`}>
      <div className={css['field']}>
        <SelectField
          label={t('field')}
          value={draft.field}
          choices={groups}
          search
          autoFocus={awaited}
          error={fault === 'FIELD_UNKNOWN' ? told : undefined}
          onChange={(chosen) => {
            const next = fields.find((one) => one.field === chosen);
            if (next) onChange({ ...freshCondition(next.field, next.type), key: draft.key });
          }}
        />
      </div>
      <div className={css['operator']}>
        <SelectField
          label={t('operator')}
          value={draft.op}
          choices={operators.map((op) => ({ value: op, label: wordsOf(op) }))}
          error={fault === 'OPERATOR_UNFIT' ? told : undefined}
          onChange={(op) => op && field && onChange(withOperator(draft, op as Operator, field.type))}
        />
      </div>
      <div className={css['value']}>
        {field && (
          <ConditionValue
            draft={draft}
            field={field}
            error={fault !== 'FIELD_UNKNOWN' && fault !== 'OPERATOR_UNFIT' ? told : undefined}
            onChange={onChange}
          />
        )}
      </div>
      <IconButton label={t('removeCondition', { n: props.place })} onClick={props.onRemove}>
        <IconX size={16} stroke={1.6} />
      </IconButton>
    </fieldset>
  );
}
