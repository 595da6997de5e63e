import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowsSplit2,
  IconInfoCircle,
  IconShieldCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from '#renderer/components/note.module.css';

const icons = {
  ink: IconInfoCircle,
  amber: IconAlertTriangle,
  red: IconAlertCircle,
  plum: IconArrowsSplit2,
  green: IconShieldCheck,
} as const;

/** A message in its place: a bold sentence of fact, a sentence of consequence, at most two actions. */
export function Note(props: {
  tone: keyof typeof icons;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  code?: ReactNode;
}) {
  const Icon = icons[props.tone];
  return (
    <section className={css['note']} data-tone={props.tone} role={props.tone === 'red' ? 'alert' : undefined}>
      <Icon size={16} stroke={1.6} className={css['icon']} aria-hidden="true" />
      <div className={css['body']}>
        <p className={css['title']}>{props.title}</p>
        {props.children && <div className={css['text']}>{props.children}</div>}
        {(props.actions || props.code) && (
          <div className={css['actions']}>
            {props.actions}
            {props.code}
          </div>
        )}
      </div>
    </section>
  );
}
