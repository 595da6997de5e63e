import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useDraft } from '#renderer/data/use-draft.ts';
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

interface RouteValues {
  name: string;
  conditions: RouteCondition[];
  steps: RouteStep[];
}
/** `seen` is what stood in the route when the person began: the other side of the merge. */
interface Typed {
  values: RouteValues;
  seen: RouteValues;
}
interface EditorProps {
  setup: Setup;
  route: Setup['routes'][number] | null;
  onClose: () => void;
}

const emptyRoute: RouteValues = { name: '', conditions: [], steps: [newStep([])] };
const valuesOf = ({ name, conditions, steps }: RouteValues): RouteValues => ({ name, conditions, steps });

/** A route as it will run: steps left to right, who is asked in each and by what rule. Rounds under way keep the steps they began with. */
export function RouteEditor(props: EditorProps) {
  const store = useDraft<Typed>(`approval_route/${props.route?.id ?? 'new'}`);
  if (store.found === undefined) return null;
  return <Editor {...props} store={store} />;
}

/** What is typed is kept as a draft at each pause: leaving by any way but «Отмена» loses nothing. */
function Editor(props: EditorProps & { store: ReturnType<typeof useDraft<Typed>> }) {
  const t = useWords('admin');
  const common = useWords('common');
  const words = useErrorWords();
  const form = useWords('form');
  const clock = useClock();
  const { store } = props;
  const begun = props.route ? valuesOf(props.route) : emptyRoute;
  const [{ values, seen }, setTyped] = useState<Typed>(() => store.found?.value ?? { values: begun, seen: begun });
  const [foundAt, setFoundAt] = useState(store.found?.at ?? null);
  const { name, conditions, steps } = values;
  const put = (patch: Partial<RouteValues>) => {
    const next = { values: { ...values, ...patch }, seen };
    setTyped(next);
    if (sameValue(next.values, seen)) void store.drop();
    else store.keep(next);
  };
  const discard = () => {
    void store.drop();
    setTyped({ values: begun, seen: begun });
    setFoundAt(null);
    setTried(false);
  };
  const [tried, setTried] = useState(false);
  const faults = faultsOf(steps);
  const save = useAction(async () => {
    const sent = { ...values, name: name.trim() };
    if (props.route) {
      const changed = (Object.keys(sent) as (keyof RouteValues)[]).filter(
        (field) => !sameValue(sent[field], seen[field]),
      );
      const pick = (from: RouteValues) => Object.fromEntries(changed.map((field) => [field, from[field]]));
      if (changed.length > 0)
        await runCommand('approval_route.update', { id: props.route.id, patch: pick(sent), base: pick(seen) });
    } else {
      const position = Math.max(0, ...props.setup.routes.map((one) => one.position)) + 1;
      await runCommand('approval_route.create', { ...sent, active: true, position });
    }
    await store.drop();
    useToasts.getState().show({ tone: 'done', title: t('saved'), object: name.trim() });
    props.onClose();
  });
  const change = (index: number, step: RouteStep) =>
    put({ steps: steps.map((one, place) => (place === index ? step : one)) });
  const wrong = faults.size > 0 || name.trim() === '' || steps.length === 0;
  return (
    <div className={css['editor']}>
      <div className={css['head']}>
        <ActionButton variant="subtle" icon={<IconArrowLeft size={16} stroke={1.6} />} onClick={props.onClose}>
          {t('allRoutes')}
        </ActionButton>
        <span className={css['acts']}>
          <span className={css['kept']} role="status">
            {store.keptAt !== null && form('draftKept', { time: clock.time(store.keptAt) })}
          </span>
          <ActionButton
            variant="subtle"
            onClick={() => {
              void store.drop();
              props.onClose();
            }}
          >
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
      {foundAt !== null && (
        <Note
          tone="ink"
          title={form('draftFound', { time: clock.moment(foundAt) })}
          actions={<LinkButton onClick={discard}>{form('discard')}</LinkButton>}
        >
          {form('draftFoundText')}
        </Note>
      )}
      {save.error && <Note tone="red" title={words(save.error)} />}
      <div className={css['facts']}>
        <TextField
          label={t('routeName')}
          value={name}
          onChange={(text) => put({ name: text })}
          error={tried && name.trim() === '' ? t('missing') : undefined}
          required
          maxLength={200}
        />
        <ConditionList
          title={t('when')}
          conditions={conditions}
          setup={props.setup}
          onChange={(next) => put({ conditions: next })}
        />
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
              onMove={(by) => put({ steps: moved(steps, index, by) })}
              onRemove={() => put({ steps: steps.filter((one) => one.key !== step.key) })}
            />
          </li>
        ))}
        <li className={css['add']}>
          <ActionButton
            icon={<IconPlus size={16} stroke={1.6} />}
            onClick={() => put({ steps: [...steps, newStep(steps)] })}
          >
            {t('addStep')}
          </ActionButton>
        </li>
      </ol>
      <p className={css['quiet']}>{t('routeRule')}</p>
    </div>
  );
}
