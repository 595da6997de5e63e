import { MultiSelect, NumberInput } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconTrash } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { ConditionList } from '#renderer/pages/admin/route/condition-list.tsx';
import css from '#renderer/pages/admin/route/route.module.css';
import { memberKey, memberOf, type StepFault } from '#renderer/pages/admin/route/route-draft.ts';
import { useMemberChoices } from '#renderer/pages/admin/route/use-member-choices.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { type RouteStep, stepKinds, stepModes } from '#shared/domain/approval/route.ts';

/** One step of a route: what is asked of whom, by what rule, until when. */
export function StepCard(props: {
  step: RouteStep;
  number: number;
  setup: Setup;
  fault: StepFault | undefined;
  first: boolean;
  last: boolean;
  onChange: (step: RouteStep) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useWords('admin');
  const common = useWords('common');
  const { step, number, fault } = props;
  const choices = useMemberChoices(props.setup);
  const change = (patch: Partial<RouteStep>) => props.onChange({ ...step, ...patch });
  return (
    <section className={css['card']} data-wrong={fault !== undefined || undefined} aria-label={t('stepOf', { number })}>
      <header className={css['cardHead']}>
        <b>{t('stepOf', { number })}</b>
        <span>
          {!props.first && (
            <IconButton label={t('moveLeft', { number })} onClick={() => props.onMove(-1)}>
              <IconArrowLeft size={16} stroke={1.6} />
            </IconButton>
          )}
          {!props.last && (
            <IconButton label={t('moveRight', { number })} onClick={() => props.onMove(1)}>
              <IconArrowRight size={16} stroke={1.6} />
            </IconButton>
          )}
          <IconButton label={t('removeStep', { number })} onClick={props.onRemove}>
            <IconTrash size={16} stroke={1.6} />
          </IconButton>
        </span>
      </header>
      <TextField
        label={t('stepName')}
        value={step.name}
        onChange={(name) => change({ name })}
        error={fault === 'faultName' ? t('missing') : undefined}
        maxLength={200}
        required
      />
      <SelectField
        label={t('stepKind')}
        value={step.kind}
        choices={stepKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
        onChange={(kind) => kind && change({ kind: kind as RouteStep['kind'] })}
      />
      <MultiSelect
        label={t('members')}
        value={step.members.map(memberKey)}
        data={choices}
        onChange={(keys) => change({ members: keys.map(memberOf) })}
        error={fault === 'faultMembers' ? t('faultMembers') : false}
        searchable
        comboboxProps={{ shadow: 'md' }}
        clearButtonProps={{ 'aria-label': `${t('members')}: ${common('clear')}` }}
      />
      <div className={step.mode === 'quorum' ? css['pair'] : undefined}>
        <SelectField
          label={t('rule')}
          value={step.mode}
          choices={stepModes.map((mode) => ({ value: mode, label: t(`mode_${mode}`) }))}
          onChange={(mode) =>
            mode && change({ mode: mode as RouteStep['mode'], quorum: mode === 'quorum' ? (step.quorum ?? 2) : null })
          }
        />
        {step.mode === 'quorum' && (
          <NumberInput
            label={t('quorum')}
            value={step.quorum ?? ''}
            min={1}
            allowDecimal={false}
            onChange={(quorum) => change({ quorum: Number(quorum) || null })}
            error={fault === 'faultQuorum' ? t('missing') : false}
          />
        )}
      </div>
      <NumberInput
        label={t('deadline')}
        description={t('deadlineHint')}
        value={step.deadlineMinutes === null ? '' : step.deadlineMinutes / 60}
        min={1}
        allowDecimal={false}
        suffix={t('hoursSuffix')}
        onChange={(hours) => change({ deadlineMinutes: hours === '' ? null : Math.max(1, Number(hours)) * 60 })}
      />
      <SelectField
        label={t('escalate')}
        value={step.escalateTo ? memberKey(step.escalateTo) : null}
        choices={choices.flatMap((group) => group.items)}
        onChange={(key) => change({ escalateTo: key ? memberOf(key) : null })}
        search
        clearable
        placeholder={t('nobody')}
      />
      <ConditionList
        title={t('stepWhen')}
        conditions={step.conditions}
        setup={props.setup}
        onChange={(conditions) => change({ conditions })}
      />
    </section>
  );
}
