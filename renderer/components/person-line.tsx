import type { ReactNode } from 'react';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import css from '#renderer/components/person-line.module.css';

/** A person with what they are; `end` stands at the right of the name. `away`: somebody else decides for them today. */
export function PersonLine(props: {
  id: string;
  name: string;
  caption?: ReactNode;
  end?: ReactNode;
  away?: boolean;
  size?: 22 | 28;
  /** A name only, where leaving would lose what is being filled in. Everywhere else it leads to the person's page. */
  plain?: boolean;
}) {
  return (
    <span className={css['line']} data-size={props.size ?? 22}>
      <PersonAvatar id={props.id} name={props.name} size={props.size ?? 22} away={props.away ?? false} decorative />
      <span className={css['words']}>
        <span className={css['first']}>
          {props.plain ? (
            <span className={css['name']} title={props.name}>
              {props.name}
            </span>
          ) : (
            <a className={css['name']} href={`#/people/${props.id}`} title={props.name}>
              {props.name}
            </a>
          )}
          {props.end && <span className={css['end']}>{props.end}</span>}
        </span>
        {props.caption && <span className={css['caption']}>{props.caption}</span>}
      </span>
    </span>
  );
}
