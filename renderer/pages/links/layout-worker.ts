import { pictureOf } from '#renderer/pages/links/layout.ts';
import type { LinkEdge, LinkNode } from '#shared/queries/relations.ts';

// A thread of its own: a dense picture of hundreds of documents takes a second to lay out.
addEventListener('message', ({ data }: MessageEvent<{ n: number; nodes: LinkNode[]; edges: LinkEdge[] }>) => {
  postMessage({ n: data.n, picture: pictureOf(data.nodes, data.edges) });
});
