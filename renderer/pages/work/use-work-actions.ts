import { useState } from 'react';
import { useNavigate } from 'react-router';
import { runCommand, runQuery } from '#renderer/data/core.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useDecide } from '#renderer/pages/approval/use-decide.ts';
import { isPlain, type Plain, plainDeed } from '#renderer/pages/work/plain-deeds.ts';
import { type BulkAction, type Sifted, sift, sumOf, tells } from '#renderer/pages/work/sift.ts';
import { type Target, useApprovalDesk } from '#renderer/state/approval-desk.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { useWorkDesk } from '#renderer/state/work.ts';
import type { WorkItem } from '#shared/queries/work.ts';

export type WorkDialog =
  | { kind: 'decide'; targets: readonly Target[]; items: readonly WorkItem[] }
  | { kind: 'delegate'; targets: readonly Target[]; items: readonly WorkItem[] }
  | { kind: 'snooze'; items: readonly WorkItem[] };

/** What a decision about an item is bound to; the item must be one that is decided. */
export function targetOfItem(item: WorkItem): Target | null {
  if (!item.decide || !item.documentId) return null;
  const { taskId, hash, hashSpec, versionNumber } = item.decide;
  const kind = item.type === 'sign' ? 'sign' : item.type === 'acknowledge' ? 'acknowledge' : 'approve';
  return { documentId: item.documentId, taskId, kind, title: item.title, hash, hashSpec, versionNumber };
}

const targetsOf = (items: readonly WorkItem[]): Target[] => items.map(targetOfItem).filter((target) => target !== null);

/** The documents among signings that the checks of their counterparty stop. */
async function stopped(items: readonly WorkItem[]): Promise<Set<string>> {
  const documents = [
    ...new Set(items.flatMap((item) => (item.type === 'sign' && item.documentId ? [item.documentId] : []))),
  ];
  const found = new Set<string>();
  for (const id of documents) {
    const card = await runQuery('contract.card', { id });
    if (card?.party?.problems.some((problem) => problem.blocking)) found.add(id);
  }
  return found;
}

/** Where an item is looked at in full. */
export function placeOf(item: WorkItem): string {
  if (item.type === 'conflict') return '/exchange';
  if (item.type === 'rework') return `/tickets/new/again?ticket=${item.ticketId ?? ''}`;
  if (item.ticketId) return `/tickets/${item.ticketId}`;
  const tab = item.decide || item.outdated ? '?tab=approval' : item.type === 'mention' ? '?tab=discussion' : '';
  if (item.documentId) return `/documents/${item.documentId}${tab}`;
  return item.object.entity === 'counterparty' ? `/counterparties/${item.object.id}` : '/exchange';
}

/** Where the preview answers a question; there the hand goes when it is to be answered. */
export const ANSWER_PLACE = 'work-answer';

/** The first thing to press or to write in of a question in the preview; false when nothing is shown to answer with. */
function beginAnswer(): boolean {
  const first = document.getElementById(ANSWER_PLACE)?.querySelector<HTMLElement>('textarea, button');
  first?.focus();
  return first !== null && first !== undefined;
}

/**
 * What is done with the item under the cursor, or with the selection once it has two items. Bulks are sifted first: what differs
 * stays selected and `left` says why. Everything can be taken back for ten seconds.
 */
export function useWorkActions(items: readonly WorkItem[], cursor: WorkItem | null, stale: boolean) {
  const t = useWords('work');
  const words = useWords('approval');
  const navigate = useNavigate();
  const { selection, select, stand } = useWorkDesk();
  const [dialog, setDialog] = useState<WorkDialog | null>(null);
  const [left, setLeft] = useState<Sifted['stay']>([]);
  const decide = useDecide();
  const bulk = selection.size > 1;

  const taken = async (action: BulkAction): Promise<Sifted | null> => {
    setLeft([]);
    if (!bulk) return cursor ? { type: cursor.type, go: [cursor], stay: [] } : null;
    const chosen = items.filter((item) => selection.has(item.item));
    return sift(items, selection, action, action === 'do' ? await stopped(chosen) : new Set());
  };
  /** After a bulk what was left out stays selected; `again` selects what was taken back. */
  const settle = ({ go, stay }: Sifted) => {
    const before = useWorkDesk.getState().selection;
    if (bulk)
      select(new Map(stay.filter((one) => one.why !== 'gone').map((one) => [one.item, before.get(one.item) ?? null])));
    setLeft(stay);
    return () => {
      setLeft([]);
      if (bulk) select(new Map(go.map((item) => [item.item, item.decide?.hash ?? null])));
      stand(go[0]?.item ?? null);
    };
  };
  const tell = (
    title: string,
    object: string | undefined,
    undo: (() => Promise<unknown>) | null,
    again: () => void,
  ): void => {
    const back = async () => {
      again();
      await undo?.().catch((fault: unknown) =>
        useApprovalDesk.getState().refuse({ documentIds: [], error: asCoreError(fault) }),
      );
    };
    useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title, object, ...(undo ? { undo: back } : {}) });
  };
  const objectOf = (go: readonly WorkItem[]): string | undefined => {
    if (go.length === 1) return go[0]?.title;
    const sum = sumOf(go);
    return sum === null ? undefined : formatMoney(sum);
  };

  const run = useAction(async () => {
    if (stale && !bulk) return;
    const sifted = await taken('do');
    if (!sifted) return;
    const { type, go } = sifted;
    if (go.length === 0 || type === null) return void settle(sifted);
    if (type === 'conflict') return void navigate('/exchange');
    if (go.every(tells)) return settlePlain(sifted, 'mention');
    if (isPlain(type)) return settlePlain(sifted, type);
    if (type === 'due' || type === 'ticket' || type === 'question' || type === 'rework') {
      if (type !== 'question' || !beginAnswer()) navigate(placeOf(go[0] as WorkItem));
      return;
    }
    const again = settle(sifted);
    const targets = targetsOf(go);
    const title = bulk
      ? t(`made_${type}`, { count: go.length })
      : words(`done_${type}`, { version: targets[0]?.versionNumber ?? 1 });
    const done = await decide.run(targets, { verdict: 'approve' }, { title, object: objectOf(go) }, again);
    // Refused: nothing was decided, so everything is as it was.
    if (!done) again();
  });
  const settlePlain = async (sifted: Sifted, type: Plain) => {
    const { go } = sifted;
    const deed = plainDeed(type, go);
    await deed.make();
    const again = settle(sifted);
    const made = go.every(tells) ? t('made_told') : t(`made_${type}`, { count: go.length });
    tell(made, objectOf(go), deed.undo, again);
  };
  const begin = async (action: 'return' | 'delegate' | 'snooze') => {
    if (action === 'return' && stale && !bulk) return;
    const sifted = await taken(action);
    if (!sifted) return;
    setLeft(sifted.stay);
    if (sifted.go.length === 0) return;
    if (action === 'snooze') setDialog({ kind: 'snooze', items: sifted.go });
    else {
      const targets = targetsOf(sifted.go).filter((one) => action === 'delegate' || one.kind !== 'acknowledge');
      if (targets.length > 0)
        setDialog({ kind: action === 'return' ? 'decide' : 'delegate', targets, items: sifted.go });
    }
  };
  const snooze = useAction(async (chosen: readonly WorkItem[], until: number) => {
    const keys = chosen.map((item) => item.item);
    await runCommand('work.snooze', { items: keys, until });
    const again = settle({ type: null, go: [...chosen], stay: [] });
    tell(
      t('made_snooze', { count: keys.length }),
      objectOf(chosen),
      () => runCommand('work.wake', { items: keys }),
      again,
    );
    setDialog(null);
  });
  const wake = useAction(async () => {
    const sifted = await taken('snooze');
    if (!sifted || sifted.go.length === 0) return;
    await runCommand('work.wake', { items: sifted.go.map((item) => item.item) });
    useToasts.getState().show({ tone: 'done', title: t('made_wake', { count: sifted.go.length }) });
    settle(sifted);
  });
  return {
    bulk,
    dialog,
    close: () => setDialog(null),
    left,
    forget: () => setLeft([]),
    run,
    begin,
    snooze,
    wake,
    /** Of a dialog that decided: the selection goes on to what is left. */
    decided: (done: readonly WorkItem[]) => settle({ type: null, go: [...done], stay: left }),
    error: decide.error ?? run.error ?? snooze.error ?? wake.error,
    clear: () => {
      decide.clear();
      run.clear();
    },
  };
}

export type WorkActions = ReturnType<typeof useWorkActions>;
