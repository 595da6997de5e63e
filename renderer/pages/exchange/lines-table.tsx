import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react';
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
  const latest = useRef(props);
  latest.current = props;
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
            <Row
              key={line.n}
              line={line}
              words={words}
              state={props.note?.(line, place) ?? words.state}
              isDependant={props.dependant?.(line) ?? false}
              isSelected={line.n === selected}
              isCurrent={line.n === current}
              isWide={props.wideTools ?? false}
              table={latest}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface RowProps {
  line: OutboxLine;
  words: LineWords;
  state: string;
  isDependant: boolean;
  isSelected: boolean;
  isCurrent: boolean;
  isWide: boolean;
  /** What the table does now: the row itself is drawn again only when what it shows has changed. */
  table: { readonly current: LinesTableProps };
}

const Row = memo(function Row({ line, words, isDependant, isWide, table, ...row }: RowProps) {
  return (
    <tr
      data-n={line.n}
      data-refused={(words.reason !== null && !line.aside && !isDependant) || undefined}
      data-dependant={isDependant || undefined}
      aria-selected={row.isSelected}
      tabIndex={row.isCurrent ? 0 : -1}
      onClick={() => table.current.onSelect(line.n)}
      onFocus={() => table.current.onSelect(line.n)}
      onDoubleClick={() => table.current.onOpen(line)}
    >
      <td>
        <Receipt receipt={words.receipt} reason={words.reason ?? undefined} />
      </td>
      <td className={css['time']}>{words.time}</td>
      <td className={css['action']} title={words.action}>
        {words.action}
      </td>
      <td className={css['object']} title={words.object}>
        {words.object}
      </td>
      <td title={words.what}>{words.what}</td>
      <td
        className={css['state']}
        data-narrow={isWide || undefined}
        data-tone={toneOf(line, words)}
        title={words.reason ?? words.suspended ?? undefined}
      >
        {row.state}
      </td>
      <td className={css['tools']} data-wide={isWide || undefined}>
        <span>{table.current.tools(line)}</span>
      </td>
    </tr>
  );
});

function toneOf(line: OutboxLine, words: LineWords): string | undefined {
  if (words.reason && !line.aside) return 'red';
  if (words.suspended) return 'amber';
  if (line.conflictId !== null) return 'plum';
  return line.state === 'sent' ? 'ink' : undefined;
}
