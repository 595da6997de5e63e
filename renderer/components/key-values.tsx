import { Fragment, type ReactNode } from 'react';
import css from '#renderer/components/key-values.module.css';

/** Facts of a record, a caption and a value on each line. Entries that are `null` are left out. */
export function KeyValues(props: {
  entries: readonly (readonly [caption: string, value: ReactNode] | null)[];
  captionWidth?: number;
}) {
  return (
    <dl
      className={css['list']}
      style={props.captionWidth ? { gridTemplateColumns: `${props.captionWidth}px minmax(0, 1fr)` } : undefined}
    >
      {props.entries.map((entry) =>
        entry ? (
          <Fragment key={entry[0]}>
            <dt className={css['caption']}>{entry[0]}</dt>
            <dd className={css['value']}>{entry[1]}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}
