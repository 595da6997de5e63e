import { graphlib, layout } from '@dagrejs/dagre';
import { nodeSize, type Picture } from '#renderer/pages/links/picture.ts';
import type { LinkEdge, LinkNode } from '#shared/queries/relations.ts';

const gap = { node: 14, rank: 84, margin: 16 } as const;

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
  const lines = edges.map((edge) => {
    const drawn = graph.edge(edge.from, edge.to) as { points?: { x: number; y: number }[] } | undefined;
    return { ...edge, points: drawn?.points ?? [] };
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width, height, places, lines };
}
