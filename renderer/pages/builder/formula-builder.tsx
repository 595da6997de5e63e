import { IconX } from '@tabler/icons-react';
import { OfferChip } from '#renderer/components/chip.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import { partsFor, productOf, referenceKey, referenceOf } from '#renderer/pages/builder/field-words.ts';
import { type FormulaKind, formulaKinds, formulaOf } from '#renderer/pages/builder/formula-of.ts';
import {
  type Form,
  type FormField,
  type Formula,
  fieldsOf,
  type Reference,
  referencesOf,
} from '#shared/domain/form/form.ts';

const signs = { sum: '+', product: '×', difference: '−' } as const;

/** How a calculated field comes about, with the parts it is made of. */
export function FormulaBuilder(props: {
  form: Form;
  own: FormField;
  faults: readonly string[];
  onChange: (formula: Formula | null) => void;
}) {
  const t = useWords('builder');
  const { form, own } = props;
  const { formula } = own;
  const parts = partsFor(form, own.key);
  const ranges = fieldsOf(form).filter((field) => field.type === 'date_range');
  const labels = new Map(
    parts.map((part) => [
      referenceKey(part.reference),
      part.column === null
        ? part.field.label || part.field.key
        : t('columnChoice', { table: part.field.label, column: part.column }),
    ]),
  );
  const choices = [...labels].map(([value, label]) => ({ value, label }));
  // Only what the form has the parts for is offered.
  const offered = formulaKinds.filter((kind) => kind === formula?.type || formulaOf(form, own.key, kind, []) !== null);
  const change = (of: Reference[]) => {
    if (!formula || !('of' in formula)) return;
    const [first, second] = of;
    if (formula.type === 'difference') {
      if (first && second) props.onChange({ type: 'difference', of: [first, second] });
    } else props.onChange(of.length === 0 ? null : formula.type === 'sum' ? { type: 'sum', of } : productOf(form, of));
  };
  const of = formula && 'of' in formula ? [...formula.of] : [];
  return (
    <fieldset className={css['group']}>
      <legend>{t('formula')}</legend>
      <SelectField
        label={t('formulaKind')}
        value={formula?.type ?? null}
        choices={offered.map((kind) => ({ value: kind, label: t(`formula_${kind}`) }))}
        placeholder={t('choose')}
        onChange={(kind) =>
          kind && props.onChange(formulaOf(form, own.key, kind as FormulaKind, formula ? referencesOf(formula) : []))
        }
      />
      {formula && 'field' in formula && (
        <SelectField
          label={t('formulaPeriod')}
          value={formula.field}
          choices={ranges.map((one) => ({ value: one.key, label: one.label || one.key }))}
          onChange={(field) => field && props.onChange({ type: formula.type, field })}
        />
      )}
      {of.map((part, index) => {
        const key = referenceKey(part);
        const lost = labels.has(key) ? [] : [{ value: key, label: t('lostField', { key }) }];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one field may be a part twice
          <div key={index} className={css['part']}>
            <span className={css['sign']} aria-hidden="true">
              {index > 0 && formula && 'of' in formula ? signs[formula.type] : ''}
            </span>
            <SelectField
              label={t('formulaPart', { number: index + 1 })}
              value={key}
              choices={[...choices, ...lost]}
              search
              onChange={(next) => next && change(of.map((one, at) => (at === index ? referenceOf(next) : one)))}
            />
            {formula?.type !== 'difference' && of.length > 1 && (
              <IconButton label={t('removePart', { number: index + 1 })} onClick={() => change(of.toSpliced(index, 1))}>
                <IconX size={16} stroke={1.6} />
              </IconButton>
            )}
          </div>
        );
      })}
      {formula && formula.type !== 'difference' && 'of' in formula && parts.length > 0 && of.length < 20 && (
        <div>
          <OfferChip
            label={t('addPart')}
            onClick={() => {
              const free = parts.find((part) => !of.some((one) => referenceKey(one) === referenceKey(part.reference)));
              change([...of, (free ?? parts[0])?.reference ?? { field: own.key }]);
            }}
          />
        </div>
      )}
      {parts.length === 0 && ranges.length === 0 && <p className={css['quiet']}>{t('noParts')}</p>}
      <FaultLines faults={props.faults} />
    </fieldset>
  );
}
