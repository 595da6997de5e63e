import type { ReactNode } from 'react';
import { useFirstFocus } from '#renderer/components/use-first-focus.ts';
import { Logo } from '#renderer/frame/logo.tsx';
import css from '#renderer/pages/recovery/recovery.module.css';

/** One sheet on the desk: a heading that says what is the matter, a sentence, and what there is below. */
export function RecoveryCard(props: {
  title: string;
  place?: string | undefined;
  lead?: ReactNode;
  icon?: ReactNode;
  children?: ReactNode;
  foot?: ReactNode;
  narrow?: boolean;
}) {
  const place = useFirstFocus<HTMLElement>();
  return (
    <main className={css['desk']} ref={place}>
      <div className={css['card']} data-narrow={props.narrow || undefined}>
        <header className={css['head']}>
          <Logo size={28} />
          <span className={css['place']}>{props.place}</span>
        </header>
        <div className={css['title']}>
          {props.icon}
          <h1>{props.title}</h1>
        </div>
        {props.lead && <p className={css['lead']}>{props.lead}</p>}
        {props.children}
        {props.foot && <footer className={css['foot']}>{props.foot}</footer>}
      </div>
    </main>
  );
}

export interface FactRow {
  name: string;
  value: string;
  remark?: string;
  tone?: 'green' | 'amber' | 'red';
  /** It is a part of the row above that has none, or a lower number: the parts of one make it up. */
  part?: 1 | 2;
}

/** Facts as a table: what, how much, and a remark; `tone` colours the word that matters. */
export function FactTable(props: { title: string; rows: readonly (FactRow | null)[] }) {
  return (
    <table className={css['facts']}>
      <caption>{props.title}</caption>
      <tbody>
        {props.rows.map((row) =>
          row ? (
            <tr key={row.name} data-part={row.part}>
              <th scope="row">{row.name}</th>
              <td className="op-figures">
                <b data-tone={row.tone}>{row.value}</b>
              </td>
              <td className={css['remark']}>{row.remark}</td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}
