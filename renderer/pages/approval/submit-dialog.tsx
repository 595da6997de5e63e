import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonLine } from '#renderer/components/person-line.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/dialogs.module.css';
import { hasFaults, newStep, type OwnStep, routeSteps, stepFaults } from '#renderer/pages/approval/own-steps.ts';
import { PeoplePicker } from '#renderer/pages/approval/people-picker.tsx';
import { ruleOf } from '#renderer/pages/approval/rule-words.ts';
import type { ApprovalView } from '#renderer/pages/approval/tasks-of.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { stepKinds, stepModes } from '#shared/domain/approval/route.ts';

const OWN = 'own';

/** Sends a document into a round: by the route that fits, another one, or steps put together here. */
export function SubmitDialog(props: { documentId: string; title: string; view: ApprovalView; onClose: () => void }) {
  const { routes } = props.view;
  const t = useWords('approval');
  const common = useWords('common');
  const words = useErrorWords();
  const submit = useCommand('approval.submit');
  const [route, setRoute] = useState(routes[0]?.id ?? OWN);
  const [note, setNote] = useState('');
  const [steps, setSteps] = useState<readonly OwnStep[]>([newStep(1)]);
  const [asked, setAsked] = useState(false);
  const chosen = routes.find((one) => one.id === route);

  const send = async () => {
    setAsked(true);
    if (!chosen && steps.some(hasFaults)) return;
    const reply = await submit.run({
      documentId: props.documentId,
      routeId: chosen?.id ?? null,
      steps: chosen ? null : routeSteps(steps),
      note: note.trim() || null,
    });
    if (!reply) return;
    useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title: t('done_submit'), object: props.title });
    props.onClose();
  };
  return (
    <Dialog opened title={t('submitTitle')} onClose={props.onClose} width={600}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {routes.length === 0 ? (
          <Note tone="ink" title={t('submitNoRoute')}>
            {t('submitNoRouteText')}
          </Note>
        ) : (
          <SelectField
            label={t('submitRoute')}
            value={route}
            onChange={(value) => setRoute(value ?? OWN)}
            choices={[
              ...routes.map(({ id, name }, index) => ({
                value: id,
                label: index === 0 ? t('submitProposed', { name }) : name,
              })),
              { value: OWN, label: t('adHoc') },
            ]}
          />
        )}
        {chosen ? <RoutePreview steps={chosen.steps} /> : <OwnSteps steps={steps} asked={asked} onChange={setSteps} />}
        <TextField
          label={t('submitNote')}
          value={note}
          onChange={setNote}
          rows={2}
          maxLength={2_000}
          hint={t('submitNoteHint')}
        />
        {submit.error && <Note tone="red" title={words(submit.error)} />}
        <div className={css['actions']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton variant="filled" type="submit" busy={submit.busy} autoFocus>
            {t('submit')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

function RoutePreview({ steps }: { steps: ApprovalView['routes'][number]['steps'] }) {
  const t = useWords('approval');
  return (
    <section className={css['preview']} aria-label={t('preview')}>
      <h3 className={css['caption']}>{t('preview')}</h3>
      <ol className={css['steps']}>
        {steps.map((step, index) => {
          const { key, ...figures } = ruleOf(step.mode, step.quorum, step.people.length);
          return (
            // The steps of a route never move while it is shown: their place is their identity.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <p className={css['stepName']}>
                {t('step', { number: index + 1, name: step.name })}{' '}
                <span className={css['rule']}>{t(key, figures)}</span>
              </p>
              <div className={css['people']}>
                {step.people.length === 0 && <span className={css['nobody']}>{t('nobody')}</span>}
                {step.people.map((person) => (
                  <PersonLine
                    plain
                    key={person.id}
                    id={person.id}
                    name={person.fullName}
                    end={person.branchName ? t('person', { position: person.position, branch: person.branchName }) : ''}
                  />
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function OwnSteps(props: { steps: readonly OwnStep[]; asked: boolean; onChange: (steps: readonly OwnStep[]) => void }) {
  const { steps, onChange } = props;
  const t = useWords('approval');
  const change = (key: string, patch: Partial<OwnStep>) =>
    onChange(steps.map((step) => (step.key === key ? { ...step, ...patch } : step)));
  const next = Math.max(0, ...steps.map((step) => Number(step.key.slice(3)))) + 1;
  return (
    <>
      {steps.map((step, index) => (
        <OwnStepFields
          key={step.key}
          step={step}
          number={index + 1}
          asked={props.asked}
          onChange={(patch) => change(step.key, patch)}
          {...(steps.length > 1 ? { onRemove: () => onChange(steps.filter((one) => one !== step)) } : {})}
        />
      ))}
      <div>
        <ActionButton
          size="xs"
          icon={<IconPlus size={14} stroke={1.6} />}
          onClick={() => onChange([...steps, newStep(next)])}
        >
          {t('addStep')}
        </ActionButton>
      </div>
    </>
  );
}

function OwnStepFields(props: {
  step: OwnStep;
  number: number;
  asked: boolean;
  onChange: (patch: Partial<OwnStep>) => void;
  onRemove?: () => void;
}) {
  const { step, number, onChange } = props;
  const t = useWords('approval');
  const faults = stepFaults(step);
  return (
    <fieldset className={css['own']}>
      <legend className="op-hidden">{t('ownStep', { number })}</legend>
      <div className={css['legend']} aria-hidden={props.onRemove ? undefined : true}>
        <span>{t('ownStep', { number })}</span>
        {props.onRemove && (
          <IconButton label={t('removeStep', { number })} onClick={props.onRemove}>
            <IconTrash size={16} stroke={1.6} />
          </IconButton>
        )}
      </div>
      <PeoplePicker
        label={t('ownPeople')}
        value={step.people}
        onChange={(people) => onChange({ people })}
        error={props.asked && faults.people ? t('ownPeopleNeeded') : undefined}
      />
      <div className={css['pair']}>
        <SelectField
          label={t('ownStepKind')}
          value={step.kind}
          choices={stepKinds.map((kind) => ({ value: kind, label: t(`stepKind_${kind}`) }))}
          onChange={(kind) => onChange({ kind: kind as OwnStep['kind'] })}
        />
        <SelectField
          label={t('ownStepMode')}
          value={step.mode}
          choices={stepModes.map((mode) => ({ value: mode, label: t(`mode_${mode}`) }))}
          onChange={(mode) => onChange({ mode: mode as OwnStep['mode'] })}
        />
        <TextField label={t('ownStepName')} value={step.name} onChange={(name) => onChange({ name })} maxLength={200} />
        <TextField
          label={t('ownStepDeadline')}
          value={step.hours}
          onChange={(hours) => onChange({ hours })}
          error={faults.hours ? t('ownDeadlineBad') : undefined}
        />
        {step.mode === 'quorum' && (
          <TextField
            label={t('ownQuorum')}
            value={step.quorum}
            onChange={(quorum) => onChange({ quorum })}
            error={props.asked && faults.quorum ? t('ownDeadlineBad') : undefined}
          />
        )}
      </div>
    </fieldset>
  );
}
