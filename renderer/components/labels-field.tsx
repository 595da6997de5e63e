import { TagsInput } from '@mantine/core';
import { useWords } from '#renderer/i18n/words.ts';

/** Short words that group records; known ones are offered. */
export function LabelsField(props: {
  label: string;
  value: readonly string[];
  known: readonly string[];
  onChange: (labels: string[]) => void;
  hint?: string;
  error?: string | undefined;
}) {
  const common = useWords('common');
  return (
    <TagsInput
      label={props.label}
      description={props.hint}
      error={props.error ?? false}
      value={[...props.value]}
      data={[...props.known]}
      onChange={props.onChange}
      limit={20}
      clearButtonProps={{ 'aria-label': `${props.label}: ${common('clear')}` }}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
