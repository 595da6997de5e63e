import { formatCount } from '#renderer/i18n/format/money.ts';

/** A count under a list. */
export function Fact({ name, count }: { name: string; count: number }) {
  return (
    <span>
      {name} <b>{formatCount(count)}</b>
    </span>
  );
}
