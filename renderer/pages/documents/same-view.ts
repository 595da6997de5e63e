import { sameFilter } from '#renderer/pages/documents/conditions.ts';
import type { NamedView } from '#renderer/pages/documents/use-views.ts';
import type { RegisterView } from '#renderer/state/documents-register.ts';
import type { DocumentGroup, GroupBand } from '#shared/queries/document.ts';

/** Whether a register stands as its tab says. Columns of tabs that everybody has are the workstation's own affair. */
export function sameView(view: NamedView, now: RegisterView): boolean {
  const columns = (given: RegisterView['columns']) => JSON.stringify(given ?? null);
  return (
    sameFilter(view.filter, now.filter) &&
    (view.group ?? null) === (now.group ?? null) &&
    (!view.saved || columns(view.columns) === columns(now.columns))
  );
}

/** What is folded after one band was opened or closed; `open` undefined: the other way round. */
export function turned(
  folded: DocumentGroup['folded'],
  band: GroupBand,
  open: boolean | undefined,
): DocumentGroup['folded'] {
  const wanted = open ?? band.isFolded;
  if (wanted !== band.isFolded) return folded;
  const others = folded.but.filter((key) => key !== band.group);
  // What stands apart from all the others is told by name.
  return { ...folded, but: wanted === folded.all ? [...others, band.group] : others };
}
