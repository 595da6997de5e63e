import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ConditionList } from '#renderer/pages/admin/route/condition-list.tsx';
import css from '#renderer/pages/admin/route/route.module.css';
import { faultsOf, moved, newStep } from '#renderer/pages/admin/route/route-draft.ts';
import { StepCard } from '#renderer/pages/admin/route/step-card.tsx';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { RouteCondition, RouteStep } from '#shared/domain/approval/route.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** A route as it will run: steps left to right, who is asked in each and by what rule. Rounds under way keep the steps they began with. */
export function RouteEditor(props: { setup: Setup; route: Setup['routes'][number] | null; onClose: () => void }) {
  const t = useWords('admin');
  const common = useWords('common');
  const words = useErrorWords();
  const [seen] = useState(props.route);
  const [name, setName] = useState(seen?.name ?? '');
  const [conditions, setConditions] = useState<RouteCondition[]>(seen?.conditions ?? []);
  const [steps, setSteps] = useState<RouteStep[]>(seen?.steps ?? [newStep([])]);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(steps);
  const save = useAction(async () => {
    const values = { name: name.trim(), conditions, steps };
    if (seen) {
      const standing = { name: seen.name, conditions: seen.conditions, steps: seen.steps };
      const changed = (Object.keys(values) as (keyof typeof values)[]).filter(
        (field) => !sameValue(values[field], standing[field]),
      );
      const pick = (from: typeof values) => Object.fromEntries(changed.map((field) => [field, from[field]]));
      if (changed.length > 0)
        await runCommand('approval_route.update', { id: seen.id, patch: pick(values), base: pick(standing) });
    } else {
      const position = props.setup.routes.length + 1;
      await runCommand('approval_route.create', { ...values, active: true, position });
    }
    useToasts.getState().show({ tone: 'done', title: t('saved'), object: name.trim() });
    props.onClose();
  });
  const change = (index: number, step: RouteStep) =>
    setSteps(steps.map((one, place) => (place === index ? step : one)));
  const wrong = faults.size > 0 || name.trim() === '' || steps.length === 0;
  return (
    <div className={css['editor']}>
      <div className={css['head']}>
        <ActionButton variant="subtle" icon={<IconArrowLeft size={16} stroke={1.6} />} onClick={props.onClose}>
          {t('allRoutes')}
        </ActionButton>
        <span className={css['acts']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton
            variant="filled"
            busy={save.busy}
            onClick={() => {
              setTried(true);
              if (!wrong) void save.run();
            }}
          >
            {t('saveRoute')}
          </ActionButton>
        </span>
      </div>
      {save.error && <Note tone="red" title={words(save.error)} />}
      <div className={css['facts']}>
        <TextField
          label={t('routeName')}
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? t('missing') : undefined}
          required
          maxLength={200}
        />
        <ConditionList title={t('when')} conditions={conditions} setup={props.setup} onChange={setConditions} />
      </div>
      <ol className={css['steps']} aria-label={t('steps')}>
        {steps.map((step, index) => (
          <li key={step.key}>
            <StepCard
              step={step}
              number={index + 1}
              setup={props.setup}
              fault={tried ? faults.get(step.key) : undefined}
              first={index === 0}
              last={index === steps.length - 1}
              onChange={(next) => change(index, next)}
              onMove={(by) => setSteps(moved(steps, index, by))}
              onRemove={() => setSteps(steps.filter((one) => one.key !== step.key))}
            />
          </li>
        ))}
        <li className={css['add']}>
          <ActionButton icon={<IconPlus size={16} stroke={1.6} />} onClick={() => setSteps([...steps, newStep(steps)])}>
            {t('addStep')}
          </ActionButton>
        </li>
      </ol>
      <p className={css['quiet']}>{t('routeRule')}</p>
    </div>
  );
}
