import { useEffect, useRef, useState } from 'react';
import type { Picture } from '#renderer/pages/links/picture.ts';
import type { LinkEdge, LinkNode } from '#shared/queries/relations.ts';

/** The picture of links, laid out in a thread of its own; the former one stays until the new one is there. */
export function usePicture(nodes: readonly LinkNode[], edges: readonly LinkEdge[]): Picture | null {
  const [picture, setPicture] = useState<Picture | null>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  useEffect(() => {
    const thread = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.current = thread;
    thread.onmessage = ({ data }: MessageEvent<{ n: number; picture: Picture }>) => {
      if (data.n === asked.current) setPicture(data.picture);
    };
    return () => {
      worker.current = null;
      thread.terminate();
    };
  }, []);
  // Names and states change without moving anything: only what stands where is laid out again.
  const shape = JSON.stringify([nodes.map(({ id, date }) => [id, date]), edges]);
  const latest = useRef({ nodes, edges });
  latest.current = { nodes, edges };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for both
  useEffect(() => {
    asked.current += 1;
    worker.current?.postMessage({ n: asked.current, ...latest.current });
  }, [shape]);
  return picture;
}
