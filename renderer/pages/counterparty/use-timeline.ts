import { useState } from 'react';
import type { Happening, HappeningType } from '#shared/queries/relations.ts';

/** Lines of the timeline that are shown at first, and added at a time. */
const PORTION = 60;
const MOST = 1_000;

/** What a person wants to see of a timeline: `asked` goes with the question, `propsOf` turns the answer into what is drawn. */
export function useTimeline() {
  const [type, setType] = useState<HappeningType | null>(null);
  const [limit, setLimit] = useState(PORTION);
  return {
    asked: { type, limit },
    propsOf: ({ happenings, more }: { happenings: readonly Happening[]; more: boolean }) => ({
      ...{ happenings, type, onType: setType },
      more: more && limit < MOST,
      onMore: () => setLimit((before) => Math.min(MOST, before + PORTION)),
    }),
  };
}
