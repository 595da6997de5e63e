import type { ReactNode } from 'react';
import css from '#renderer/components/sheet.module.css';

/** The one white sheet on the desk: where work lies. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <main className={css['sheet']} id="content" tabIndex={-1} data-area="content">
      {children}
    </main>
  );
}

/** Header of a page: title, views or crumbs, tools at the right. */
export function PageHeader(props: { title: string; children?: ReactNode; tools?: ReactNode }) {
  return (
    <header className={css['header']}>
      <h1 className={css['title']}>{props.title}</h1>
      <div className={css['middle']}>{props.children}</div>
      {props.tools && <div className={css['tools']}>{props.tools}</div>}
    </header>
  );
}

/** The row of conditions under a register's header. */
export function FilterRow({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={css['filters']}>
      <div className={css['conditions']}>{children}</div>
      {end}
    </div>
  );
}

/** The line under a list: what is selected and shown at the left, the total of the filter at the right. */
export function ListFooter({ start, end }: { start: ReactNode; end?: ReactNode }) {
  return (
    <footer className={css['footer']}>
      <span className={css['facts']}>{start}</span>
      <span className={css['facts']}>{end}</span>
    </footer>
  );
}
