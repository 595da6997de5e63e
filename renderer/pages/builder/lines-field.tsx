import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';

/** Short entries one under another: a line each. Blank lines and repeated ones are not taken; the order is that of the lines. */
export function LinesField(props: {
  label: string;
  value: readonly string[];
  onChange: (lines: string[]) => void;
  hint?: string;
  error?: string | undefined;
  maxLength: number;
  most: number;
}) {
  const written = props.value.join('\n');
  const [typed, setTyped] = useState(written);
  const linesOf = (text: string) =>
    [...new Set(text.split('\n').map((line) => line.trim().slice(0, props.maxLength)))].filter(Boolean);
  // While typing, the text already means these lines and is left alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another value writes the text anew
  useEffect(() => setTyped((text) => (linesOf(text).join('\n') === written ? text : written)), [written]);
  return (
    <Textarea
      label={props.label}
      description={props.hint}
      value={typed}
      error={props.error ?? false}
      autosize
      minRows={3}
      maxRows={12}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        props.onChange(linesOf(event.currentTarget.value).slice(0, props.most));
      }}
      onBlur={() => setTyped(written)}
    />
  );
}
