import { Tooltip } from '@mantine/core';
import { type MouseEvent, useState } from 'react';
import { useDelayed } from '#renderer/components/use-delayed.ts';

/** As long as everywhere else, milliseconds. */
const DELAY = 400;

/**
 * Words for a glyph that stands in every line of a list: only while a pointer is on it is there a tooltip at all. One around each glyph would
 * cost more than the rest of its line. `target` goes to the glyph, `words` beside it.
 */
export function useHint(label: string) {
  const [met, setMet] = useState<HTMLElement | null>(null);
  const target = {
    onMouseEnter: (event: MouseEvent<HTMLElement>) => setMet(event.currentTarget),
    onMouseLeave: () => setMet(null),
  };
  return { target, words: met && <Words label={label} of={met} /> };
}

function Words({ label, of }: { label: string; of: HTMLElement }) {
  // The press or the key that dismisses it is the tooltip's own affair.
  return useDelayed(true, DELAY) && <Tooltip label={label} target={of} defaultOpened />;
}
