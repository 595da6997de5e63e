import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** People who work here, with what they are; `without` are left out. */
function usePeople(without: readonly string[]) {
  const { employees, branchOf } = useDirectory();
  const key = without.join(' ');
  return useMemo(
    () =>
      employees
        .filter((one) => one.state === 'active' && !key.includes(one.id))
        .map((one) => ({
          value: one.id,
          label: `${one.fullName} · ${[one.position, branchOf(one.branchId)?.city].filter(Boolean).join(', ')}`,
        }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [employees, branchOf, key],
  );
}

/** One colleague. */
export function PersonPicker(props: {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  without?: readonly string[];
  error?: string | undefined;
  autoFocus?: boolean;
}) {
  const choices = usePeople(props.without ?? []);
  return (
    <SelectField
      label={props.label}
      value={props.value}
      choices={choices}
      onChange={props.onChange}
      error={props.error}
      search
      autoFocus={props.autoFocus ?? false}
    />
  );
}

/** Several colleagues, in the order in which they were named. */
export function PeoplePicker(props: {
  label: string;
  value: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string | undefined;
}) {
  const t = useWords('grid');
  const choices = usePeople([]);
  return (
    <MultiSelect
      label={props.label}
      value={[...props.value]}
      data={choices}
      onChange={props.onChange}
      error={props.error ?? false}
      searchable
      hidePickedOptions
      limit={100}
      nothingFoundMessage={t('nothing')}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
