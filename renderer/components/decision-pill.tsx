import { IconAlertTriangle, IconArrowBackUp, IconClockX, IconMessage2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Pill } from '#renderer/components/pill.tsx';
import { StatusGlyph, type Tone } from '#renderer/components/status-glyph.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** How a decision or a task without one looks: a glyph and a word of its own for each. */
export type DecisionLook =
  | 'approve'
  | 'sign'
  | 'acknowledge'
  | 'remark'
  | 'return'
  | 'reject'
  | 'outdated'
  | 'late'
  | 'superseded'
  | 'revoked'
  | 'mine'
  | 'asked'
  | 'waiting'
  | 'closed';

const icon = { size: 12, stroke: 1.8 } as const;
const looks: Record<DecisionLook, { tone: Tone; glyph: ReactNode }> = {
  approve: { tone: 'green', glyph: <StatusGlyph status="done" size={12} /> },
  sign: { tone: 'green', glyph: <StatusGlyph status="done" size={12} /> },
  acknowledge: { tone: 'green', glyph: <StatusGlyph status="done" size={12} /> },
  remark: { tone: 'green', glyph: <IconMessage2 {...icon} /> },
  return: { tone: 'red', glyph: <IconArrowBackUp {...icon} /> },
  reject: { tone: 'red', glyph: <StatusGlyph status="refused" size={12} /> },
  outdated: { tone: 'amber', glyph: <IconAlertTriangle {...icon} /> },
  late: { tone: 'gray', glyph: <IconClockX {...icon} /> },
  superseded: { tone: 'gray', glyph: <IconArrowBackUp {...icon} /> },
  revoked: { tone: 'gray', glyph: <StatusGlyph status="void" size={12} /> },
  mine: { tone: 'amber', glyph: <StatusGlyph status="wait" size={12} /> },
  asked: { tone: 'amber', glyph: <StatusGlyph status="wait" size={12} /> },
  waiting: { tone: 'gray', glyph: <StatusGlyph status="draft" size={12} /> },
  closed: { tone: 'gray', glyph: <StatusGlyph status="void" size={12} /> },
};

/** What somebody has decided, or what is expected of them, as a pill. */
export function DecisionPill({ look }: { look: DecisionLook }) {
  const t = useWords('approval');
  const { tone, glyph } = looks[look];
  return (
    <Pill tone={tone} icon={glyph}>
      {t(`look_${look}`)}
    </Pill>
  );
}
