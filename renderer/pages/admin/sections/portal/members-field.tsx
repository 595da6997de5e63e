import { NumberInput, TagsInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import css from '#renderer/pages/admin/sections/portal/portal-sections.module.css';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import type { QueueMember } from '#shared/domain/service/queue.ts';

/** Who works at a desk, what each of them can do, and how many requests at once. */
export function MembersField(props: {
  value: readonly QueueMember[];
  onChange: (members: QueueMember[]) => void;
  error: string | undefined;
  employees: Setup['employees'];
}) {
  const t = useWords('builder');
  const { value } = props;
  const nameOf = (id: string) => props.employees.find((one) => one.id === id)?.fullName ?? t('nobody');
  const free = bySurname(
    props.employees.filter((one) => one.state === 'active' && !value.some((member) => member.employeeId === one.id)),
  );
  const skills = [...new Set(value.flatMap((member) => member.skills))].sort();
  const change = (id: string, patch: Partial<QueueMember>) =>
    props.onChange(value.map((member) => (member.employeeId === id ? { ...member, ...patch } : member)));
  return (
    <fieldset className={css['group']}>
      <legend>{t('members')}</legend>
      {value.length > 0 && (
        <ul className={css['members']}>
          <li aria-hidden="true" className={css['captions']}>
            <span />
            <span>{t('skills')}</span>
            <span>{t('limit')}</span>
          </li>
          {value.map((member) => {
            const name = nameOf(member.employeeId);
            return (
              <li key={member.employeeId}>
                <span className={css['person']}>{name}</span>
                <TagsInput
                  aria-label={`${t('skills')}: ${name}`}
                  placeholder={member.skills.length === 0 ? t('skills') : ''}
                  value={member.skills}
                  data={skills}
                  onChange={(next) => change(member.employeeId, { skills: next.map((one) => one.slice(0, 60)) })}
                  maxTags={30}
                  comboboxProps={{ shadow: 'md' }}
                  clearButtonProps={{ 'aria-label': `${t('skills')}: ${t('clearValues')}` }}
                />
                <NumberInput
                  aria-label={`${t('limit')}: ${name}`}
                  placeholder={t('noLimit')}
                  value={member.limit ?? ''}
                  min={1}
                  max={500}
                  allowDecimal={false}
                  onChange={(limit) => change(member.employeeId, { limit: Number(limit) >= 1 ? Number(limit) : null })}
                />
                <IconButton
                  label={`${t('remove')}: ${name}`}
                  onClick={() => props.onChange(value.filter((one) => one !== member))}
                >
                  <IconX size={16} stroke={1.6} />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
      <SelectField
        label={t('addMember')}
        value={null}
        choices={free.map((one) => ({ value: one.id, label: one.fullName }))}
        onChange={(employeeId) => employeeId && props.onChange([...value, { employeeId, skills: [], limit: null }])}
        error={props.error}
        search
      />
    </fieldset>
  );
}
