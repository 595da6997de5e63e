import { IconFilterOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyDrawing } from '#renderer/components/empty-drawing.tsx';
import css from '#renderer/components/empty-state.module.css';
import { KeyCaps } from '#renderer/components/key-caps.tsx';

export interface Beginning {
  title: string;
  text: string;
  icon: ReactNode;
  keys?: readonly string[];
  onClick: () => void;
}

/** Nothing has been put here yet: a drawing, one sentence, up to three ways to begin; `children` tells the first exchange. */
export function EmptyState(props: { title: string; text: string; ways?: readonly Beginning[]; children?: ReactNode }) {
  return (
    <div className={css['empty']}>
      <EmptyDrawing />
      <h2 className={css['title']}>{props.title}</h2>
      <p className={css['text']}>{props.text}</p>
      {props.ways && (
        <div className={css['ways']}>
          {props.ways.map((way, index) => (
            <button
              key={way.title}
              type="button"
              className={css['way']}
              data-first={index === 0 || undefined}
              onClick={way.onClick}
            >
              <span className={css['top']}>
                <span className={css['icon']}>{way.icon}</span>
                {way.keys && <KeyCaps keys={way.keys} />}
              </span>
              <b>{way.title}</b>
              <span className={css['hint']}>{way.text}</span>
            </button>
          ))}
        </div>
      )}
      {props.children}
    </div>
  );
}

/** The filter left nothing: what exists outside of it, and the way to drop the condition to blame. */
export function EmptyFilter({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css['filtered']}>
      <IconFilterOff size={20} stroke={1.6} aria-hidden="true" />
      <div>
        <p className={css['fact']}>{title}</p>
        <p className={css['hint']}>{children}</p>
      </div>
    </div>
  );
}
