import type { KeyboardEvent, ReactNode } from 'react';
import { Receipt } from '#renderer/components/receipt.tsx';
import css from '#renderer/pages/exchange/exchange.module.css';
import type { LineWords } from '#renderer/pages/exchange/use-line-words.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

export interface LinesTableProps {
  label: string;
  lines: readonly OutboxLine[];
  words: (line: OutboxLine) => LineWords;
  /** Beside the state: its place in the queue, the time of the receipt. */
  note?: (line: OutboxLine, place: number) => string;
  tools: (line: OutboxLine) => ReactNode;
  /** Room for more than one action. */
  wideTools?: boolean;
  dependant?: (line: OutboxLine) => boolean;
  selected: number | null;
  onSelect: (n: number) => void;
  onOpen: (line: OutboxLine) => void;
}

/** Changes one a row: what was done, with what, how it stands. Arrows and J, K move, Enter opens the record. */
export function LinesTable(props: LinesTableProps) {
  const { lines, selected } = props;
  const current = lines.some((line) => line.n === selected) ? selected : lines[0]?.n;
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const row = event.target instanceof HTMLElement && event.target.matches('tr') ? event.target : null;
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = ['ArrowDown', 'KeyJ'].includes(event.code) ? 1 : ['ArrowUp', 'KeyK'].includes(event.code) ? -1 : 0;
    const place = lines.findIndex((line) => String(line.n) === row.dataset['n']);
    const line = lines[place + step];
    if (!line || (step === 0 && event.code !== 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === 0) props.onOpen(line);
    else {
      props.onSelect(line.n);
      event.currentTarget.querySelector<HTMLElement>(`tr[data-n="${line.n}"]`)?.focus();
    }
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
    <table className={css['table']} role="grid" aria-label={props.label} onKeyDown={press}>
      <tbody>
        {lines.map((line, place) => {
          const words = props.words(line);
          return (
            <tr
              key={line.n}
              data-n={line.n}
              data-refused={(words.reason !== null && !line.aside && !props.dependant?.(line)) || undefined}
              data-dependant={props.dependant?.(line) || undefined}
              aria-selected={line.n === selected}
              tabIndex={line.n === current ? 0 : -1}
              onClick={() => props.onSelect(line.n)}
              onFocus={() => props.onSelect(line.n)}
              onDoubleClick={() => props.onOpen(line)}
            >
              <td>
                <Receipt receipt={words.receipt} reason={words.reason ?? undefined} />
              </td>
              <td className={css['time']}>{words.time}</td>
              <td className={css['action']}>{words.action}</td>
              <td className={css['object']} title={words.object}>
                {words.object}
              </td>
              <td title={words.what}>{words.what}</td>
              <td
                className={css['state']}
                data-narrow={props.wideTools || undefined}
                data-tone={
                  words.reason && !line.aside
                    ? 'red'
                    : words.suspended
                      ? 'amber'
                      : line.state === 'sent'
                        ? 'ink'
                        : undefined
                }
                title={words.reason ?? words.suspended ?? undefined}
              >
                {props.note?.(line, place) ?? words.state}
              </td>
              <td className={css['tools']} data-wide={props.wideTools || undefined}>
                <span>{props.tools(line)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
