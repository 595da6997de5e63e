import type { ReactNode } from 'react';
import css from '#renderer/components/side-panel.module.css';

/** A panel at the right of a page: a header, a scrolling middle, and the next action by state at the bottom. */
export function SidePanel(props: {
  label: string;
  header?: ReactNode;
  tools?: ReactNode;
  footer?: ReactNode;
  width?: number;
  children: ReactNode;
}) {
  return (
    <aside
      className={css['panel']}
      aria-label={props.label}
      data-area="panel"
      style={props.width ? { width: props.width } : undefined}
    >
      {(props.header || props.tools) && (
        <div className={css['header']}>
          <div className={css['name']}>{props.header}</div>
          <div className={css['tools']}>{props.tools}</div>
        </div>
      )}
      {/* A scrolling region must be reachable with the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className={css['body']} tabIndex={0} aria-label={props.label}>
        {props.children}
      </section>
      {props.footer && <div className={css['footer']}>{props.footer}</div>}
    </aside>
  );
}

/** A titled part of a panel. */
export function PanelSection({ title, children, end }: { title?: string; children: ReactNode; end?: ReactNode }) {
  return (
    <section className={css['section']}>
      {title && (
        <h3 className={css['title']}>
          {title} {end}
        </h3>
      )}
      {children}
    </section>
  );
}
