import { Select } from '@mantine/core';
import { useSettled } from '#renderer/components/use-settled.ts';
import { useWords } from '#renderer/i18n/words.ts';

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceGroup {
  group: string;
  items: readonly Choice[];
}

/** One of a list. With `search` the list is narrowed by typing; `onSearch` asks for a longer one elsewhere. */
export function SelectField(props: {
  label: string;
  value: string | null;
  choices: readonly Choice[] | readonly ChoiceGroup[];
  onChange: (value: string | null) => void;
  error?: string | undefined;
  search?: boolean;
  onSearch?: (text: string) => void;
  /** The longer list has not come yet: that there is nothing cannot be said. */
  pending?: boolean;
  clearable?: boolean;
  placeholder?: string;
  /** The first to be filled in a dialog. */
  autoFocus?: boolean;
}) {
  const t = useWords('grid');
  const common = useWords('common');
  const error = useSettled(props.error);
  return (
    <Select
      label={props.label}
      data-autofocus={props.autoFocus || undefined}
      value={props.value}
      data={props.choices.map((one) => ('group' in one ? { ...one, items: [...one.items] } : one))}
      onChange={props.onChange}
      error={error ?? false}
      searchable={props.search ?? false}
      clearable={props.clearable ?? false}
      clearButtonProps={{ 'aria-label': `${props.label}: ${common('clear')}` }}
      placeholder={props.placeholder ?? ''}
      allowDeselect={false}
      // What is wrong with it, or the rest of a dialog that begins with it, stands beneath: a list that opens by itself would hide it.
      openOnFocus={!props.error && !props.autoFocus}
      nothingFoundMessage={props.pending ? null : t('nothing')}
      limit={100}
      comboboxProps={{ shadow: 'md' }}
      {...(props.onSearch ? { onSearchChange: props.onSearch, filter: ({ options }) => options } : {})}
    />
  );
}
