import { SegmentedControl } from '@mantine/core';
import css from '#renderer/components/segmented.module.css';

/** A few ways to look at the same thing, one of them chosen. */
export function Segmented<V extends string>(props: {
  label: string;
  value: V;
  choices: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
}) {
  return (
    <SegmentedControl
      aria-label={props.label}
      size="xs"
      withItemsBorders={false}
      value={props.value}
      data={props.choices.map((choice) => ({ ...choice }))}
      onChange={(value) => props.onChange(value as V)}
      classNames={{ root: css['root'] ?? '', indicator: css['indicator'] ?? '', label: css['label'] ?? '' }}
    />
  );
}
