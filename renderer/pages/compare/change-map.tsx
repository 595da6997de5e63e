import { type ChangePlace, mapMarks } from '#renderer/pages/compare/changes.ts';
import css from '#renderer/pages/compare/paper.module.css';
import type { RowHeights } from '#renderer/pages/compare/row-heights.ts';

/** The papers' own margins above the first row and below the last one, and what of it lies above, in pixels. */
const [MARGINS, ABOVE] = [78, 34];

/** All changes of a long text at a glance, and the part that is in view. For the hand only: J and K lead through the changes. */
export function ChangeMap(props: {
  places: readonly ChangePlace[];
  current: number | null;
  heights: RowHeights;
  view: { top: number; height: number };
  onGo: (share: number) => void;
}) {
  const { heights, view } = props;
  const total = Math.max(heights.total + MARGINS, view.height, 1);
  const marks = mapMarks(props.places, (row) => heights.offsetOf(row) + ABOVE, total);
  return (
    <div
      className={css['map']}
      aria-hidden="true"
      onPointerDown={(event) => {
        const { top, height } = event.currentTarget.getBoundingClientRect();
        props.onGo((event.clientY - top) / height);
      }}
    >
      {marks.map((mark) => (
        <span
          key={mark.change}
          className={css['mark']}
          data-tone={mark.tone}
          data-current={mark.change === props.current || undefined}
          style={{ top: `${mark.at * 100}%` }}
        />
      ))}
      <span
        className={css['frame']}
        style={{ top: `${(view.top / total) * 100}%`, height: `${Math.min(1, view.height / total) * 100}%` }}
      />
    </div>
  );
}
