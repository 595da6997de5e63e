import { Checkbox, MultiSelect } from '@mantine/core';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { isOffered } from '#shared/commands/service/audience.ts';
import { roles } from '#shared/domain/employee.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';

type Audience = ServiceDefinition['audience'];
const parts = ['branchIds', 'departmentIds', 'roles'] as const;

/** Who may ask: by branch, department and role; everybody where nothing is narrowed. */
export function AudienceTab(props: { audience: Audience; setup: Setup; onChange: (audience: Audience) => void }) {
  const t = useWords('builder');
  const session = useWords('session');
  const { audience, setup } = props;
  const choices = {
    branchIds: setup.branches.map((one) => ({ value: one.id, label: one.name })),
    departmentIds: setup.departments
      .filter((one) => one.archivedAt === null)
      .map((one) => ({ value: one.id, label: one.name })),
    roles: roles.map((role) => ({ value: role, label: session(`role_${role}`) })),
  };
  const active = setup.employees.filter((one) => one.state === 'active');
  const count = active.filter((one) => isOffered({ audience }, one)).length;
  return (
    <div className={css['columns']}>
      <div className={css['card']}>
        <h2>{t('whoAsks')}</h2>
        {parts.map((part) => {
          const list = audience[part];
          return (
            <div key={part} className={css['stack']}>
              <Checkbox
                label={t(`all_${part}`)}
                checked={list === null}
                onChange={(event) => props.onChange({ ...audience, [part]: event.currentTarget.checked ? null : [] })}
              />
              {list !== null && (
                <MultiSelect
                  label={t(`only_${part}`)}
                  value={list}
                  data={choices[part]}
                  onChange={(next) => props.onChange({ ...audience, [part]: next })}
                  error={list.length === 0 ? t('audienceEmpty') : false}
                  searchable
                  clearButtonProps={{ 'aria-label': `${t(`only_${part}`)}: ${t('clearValues')}` }}
                  comboboxProps={{ shadow: 'md' }}
                />
              )}
            </div>
          );
        })}
        {count === 0 ? (
          <Note tone="amber" title={t('nobodyAsks')}>
            {t('nobodyAsksText')}
          </Note>
        ) : (
          <p className={css['quiet']}>{t('canAsk', { count, total: active.length })}</p>
        )}
      </div>
    </div>
  );
}
