import { useWords } from '#renderer/i18n/words.ts';
import { DurationField } from '#renderer/pages/admin/sections/portal/duration-field.tsx';
import css from '#renderer/pages/admin/sections/portal/portal-sections.module.css';
import { WORKING_DAY } from '#renderer/pages/admin/sections/portal/working-time.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { priorities } from '#shared/domain/service/definition.ts';

type Targets = RowOf<'sla_policy'>['targets'];
const kinds = ['response', 'resolution'] as const;

/** Minutes of a day, as the clock of a policy runs: of eight working hours, or of all of them. */
export const dayOf = (calendar: unknown): number => (calendar === 'always' ? 1440 : WORKING_DAY);

/** How soon a desk answers and resolves, for each priority. */
export function TargetsField(props: { value: Targets; onChange: (targets: Targets) => void; day: number }) {
  const t = useWords('builder');
  const talk = useWords('talk');
  const { value } = props;
  return (
    <fieldset className={css['group']}>
      <legend>{t('targets')}</legend>
      <p className={css['quiet']}>{t('targetsHint')}</p>
      {priorities.map((priority) => (
        <div key={priority} className={css['target']}>
          <span className={css['priority']}>{talk(`priority_${priority}`)}</span>
          {kinds.map((kind) => (
            <DurationField
              key={kind}
              label={`${t(kind)}: ${talk(`priority_${priority}`)}`}
              value={value[priority][kind]}
              day={props.day}
              onChange={(minutes) => props.onChange({ ...value, [priority]: { ...value[priority], [kind]: minutes } })}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}
