import { relatedById } from '#electron/core/app/queries/contract-card/related.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { EdgeKind, LinkEdge, LinkNode } from '#shared/queries/relations.ts';

/** A link kept by the main or earlier document points on; every other kind points back at what it follows. */
const onward: ReadonlySet<EdgeKind> = new Set(['payment', 'closing', 'appendix', 'part', 'fulfils']);

interface Found {
  own: string;
  other: string;
  kind: EdgeKind;
  /** 1: `own` keeps the link. */
  kept: 0 | 1;
}

const given = 'json_each(?) w CROSS JOIN';
/** Every way in which a document is tied to another one, from either side. */
const tiesSql = `
SELECT w.value AS own, l.otherId AS other, l.kind, 1 AS kept FROM ${given} document_link l ON l.documentId = w.value
  WHERE l.archivedAt IS NULL
UNION ALL SELECT w.value, l.documentId, l.kind, 0 FROM ${given} document_link l ON l.otherId = w.value
  WHERE l.archivedAt IS NULL
UNION ALL SELECT w.value, d.parentId, 'part', 0 FROM ${given} document d ON d.id = w.value WHERE d.parentId IS NOT NULL
UNION ALL SELECT w.value, d.id, 'part', 1 FROM ${given} document d ON d.parentId = w.value WHERE d.archivedAt IS NULL
UNION ALL SELECT w.value, o.doneDocumentId, 'fulfils', 1 FROM ${given} obligation o ON o.documentId = w.value
  WHERE o.archivedAt IS NULL AND o.doneDocumentId IS NOT NULL`;
/** Ties read in one step; a document tied to thousands is shown with the first of them. */
const mostTies = 5_000;

/** Documents around a document, step by step, with what ties them. */
export function documentLinks(
  db: Readable,
  { id, steps, most }: QueryArgs<'document.links'>,
): QueryResult<'document.links'> {
  const self = relatedById(db, [id]).get(id);
  if (!self) return null;
  const nodes = new Map<string, LinkNode>([[id, { ...self, steps: 0, hidden: 0 }]]);
  const edges = new Map<string, LinkEdge>();
  const left = new Map<string, Set<string>>();
  let ring = [id];
  // One step further than shown, so that the last nodes tell what is behind them.
  for (let step = 1; step <= steps + 1 && ring.length > 0; step += 1) {
    const ties = tiesOf(db, ring);
    const near = relatedById(
      db,
      ties.map((tie) => tie.other),
    );
    const fresh = [...near.values()]
      .filter((one) => !nodes.has(one.id))
      .sort((one, other) => (one.date < other.date ? 1 : -1));
    const room = step > steps ? 0 : Math.max(0, most - nodes.size);
    for (const one of fresh.slice(0, room)) nodes.set(one.id, { ...one, steps: step, hidden: 0 });
    for (const tie of ties) {
      if (!near.has(tie.other)) continue;
      if (nodes.has(tie.other)) addEdge(edges, tie, near.get(tie.other)?.date ?? '', nodes.get(tie.own)?.date ?? '');
      else left.set(tie.own, (left.get(tie.own) ?? new Set()).add(tie.other));
    }
    ring = fresh.slice(0, room).map((one) => one.id);
  }
  for (const [own, hidden] of left) {
    const node = nodes.get(own);
    if (node) node.hidden = hidden.size;
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], more: left.size > 0 };
}

function tiesOf(db: Readable, ring: readonly string[]): Found[] {
  const ids = JSON.stringify(ring);
  return prepared(db, `${tiesSql} LIMIT ${mostTies}`).all(ids, ids, ids, ids, ids) as Found[];
}

function addEdge(edges: Map<string, LinkEdge>, tie: Found, otherDate: string, ownDate: string): void {
  if (tie.own === tie.other) return;
  // Those that merely belong together stand in the order of their dates.
  const first = tie.kind === 'related' ? ownDate <= otherDate : (tie.kept === 1) === onward.has(tie.kind);
  const [from, to] = first ? [tie.own, tie.other] : [tie.other, tie.own];
  // Two records may say the same of a pair: one line is drawn.
  const key = `${from}/${to}`;
  const known = edges.get(key) ?? edges.get(`${to}/${from}`);
  if (!known || known.kind === 'related') edges.set(key, { from, to, kind: tie.kind });
}
