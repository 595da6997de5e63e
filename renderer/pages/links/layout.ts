import { graphlib, layout } from '@dagrejs/dagre';
import { nodeSize, type Picture, type Place } from '#renderer/pages/links/picture.ts';
import type { LinkEdge, LinkNode } from '#shared/queries/relations.ts';

const gap = { node: 14, rank: 108, margin: 16 } as const;

/** Layers from left to right: what was first stands before what follows from it; of equals the earlier one stands higher. */
export function pictureOf(nodes: readonly LinkNode[], edges: readonly LinkEdge[]): Picture {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: gap.node, ranksep: gap.rank, marginx: gap.margin, marginy: gap.margin });
  graph.setDefaultEdgeLabel(() => ({}));
  const earliest = [...nodes].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  for (const { id } of earliest) graph.setNode(id, { ...nodeSize });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  const places = graph.nodes().map((id) => {
    const { x, y } = graph.node(id) as { x: number; y: number };
    return { id, x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 };
  });
  const byId = new Map(places.map((place) => [place.id, place]));
  const lines = edges.map((edge) => {
    const drawn = graph.edge(edge.from, edge.to) as { points?: Point[] } | undefined;
    return { ...edge, points: docked(drawn?.points ?? [], byId.get(edge.from), byId.get(edge.to)) };
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width, height, places, lines };
}

interface Point {
  x: number;
  y: number;
}

/** A line leaves a document at the middle of its right side and comes in at the middle of the left one; back along a ring, the other way. */
function docked(points: readonly Point[], from: Place | undefined, to: Place | undefined): Point[] {
  if (!from || !to || points.length < 2) return [...points];
  const ahead = from.x <= to.x;
  const side = (place: Place, right: boolean): Point => ({
    x: place.x + (right ? nodeSize.width : 0),
    y: place.y + nodeSize.height / 2,
  });
  return [side(from, ahead), ...points.slice(1, -1), side(to, !ahead)];
}
