import { Checkbox, NumberInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { OfferChip } from '#renderer/components/chip.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/sections/portal/portal-sections.module.css';
import type { EscalationStep } from '#shared/domain/service/sla-policy.ts';

const kinds = ['response', 'resolution'] as const;
const tellable = ['assignee', 'lead', 'manager'] as const;

/** Who is told when so much of a target has passed, and whether the request becomes more urgent then. */
export function EscalationField(props: {
  value: readonly EscalationStep[];
  onChange: (steps: EscalationStep[]) => void;
}) {
  const t = useWords('builder');
  const { value } = props;
  const change = (index: number, patch: Partial<EscalationStep>) =>
    props.onChange(value.map((step, at) => (at === index ? { ...step, ...patch } : step)));
  return (
    <fieldset className={css['group']}>
      <legend>{t('escalation')}</legend>
      <p className={css['quiet']}>{t('escalationHint')}</p>
      {value.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no names of their own
        <div key={index} className={css['escalation']}>
          <SelectField
            label={t('stepOf')}
            value={step.of}
            choices={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
            onChange={(of) => of && change(index, { of: of as EscalationStep['of'] })}
          />
          <NumberInput
            label={t('stepAt')}
            value={step.at}
            min={1}
            max={1000}
            suffix={' %'}
            allowDecimal={false}
            onChange={(at) => Number(at) >= 1 && change(index, { at: Math.trunc(Number(at)) })}
          />
          <SelectField
            label={t('stepTell')}
            value={step.tell}
            choices={tellable.map((one) => ({ value: one, label: t(`tell_${one}`) }))}
            onChange={(tell) => tell && change(index, { tell: tell as EscalationStep['tell'] })}
          />
          <IconButton
            label={t('removeStep', { number: index + 1 })}
            onClick={() => props.onChange(value.toSpliced(index, 1))}
          >
            <IconX size={16} stroke={1.6} />
          </IconButton>
          <Checkbox
            label={t('raisePriority')}
            checked={step.raisePriority}
            onChange={(event) => change(index, { raisePriority: event.currentTarget.checked })}
          />
        </div>
      ))}
      {value.length < 20 && (
        <div>
          <OfferChip
            label={t('addStep')}
            onClick={() =>
              props.onChange([
                ...value,
                { of: 'resolution', at: value.length === 0 ? 80 : 100, tell: 'lead', raisePriority: false },
              ])
            }
          />
        </div>
      )}
    </fieldset>
  );
}
