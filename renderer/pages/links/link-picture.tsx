import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '#renderer/i18n/words.ts';
import { NodeFace } from '#renderer/pages/links/link-node.tsx';
import css from '#renderer/pages/links/links.module.css';
import { isDirection, nextPlace, nodeSize, type Picture, pathOf } from '#renderer/pages/links/picture.ts';
import { useLinkWords } from '#renderer/pages/links/use-link-words.ts';
import type { LinkNode } from '#shared/queries/relations.ts';

/** With more lines than this their names would hide them. */
const mostNamed = 80;

interface Props {
  picture: Picture;
  nodes: readonly LinkNode[];
  selfId: string;
  scale: number;
}

/** The picture in its frame: scrolled to the document itself, walked by arrows. */
export function LinkPicture({ picture, nodes, selfId, scale }: Props) {
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(selfId);
  const self = picture.places.find((place) => place.id === selfId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a person who has scrolled is not taken back at each change of a state
  useEffect(() => {
    const box = frame.current;
    if (!box || !self) return;
    box.scrollTo(
      (self.x + nodeSize.width / 2) * scale - box.clientWidth / 2,
      (self.y + nodeSize.height / 2) * scale - box.clientHeight / 2,
    );
  }, [selfId, picture.width, picture.height]);
  const walk = (event: KeyboardEvent, id: string) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      navigate(`/documents/${id}`);
    }
    if (!isDirection(event.key)) return;
    event.preventDefault();
    const next = nextPlace(picture.places, id, event.key);
    if (!next) return;
    setAt(next);
    const target = frame.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next)}"]`);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const stands = picture.places.some((place) => place.id === at) ? at : selfId;
  return (
    <div ref={frame} className={css['frame']}>
      <Drawing
        {...{ picture, nodes, scale }}
        node={(node) => (
          <a
            href={`#/documents/${node.id}`}
            className={css['node']}
            data-node={node.id}
            aria-current={node.id === selfId ? 'true' : undefined}
            tabIndex={node.id === stands ? 0 : -1}
            onFocus={() => setAt(node.id)}
            onKeyDown={(event) => walk(event, node.id)}
          >
            <NodeName node={node} />
            <NodeFace node={node} />
          </a>
        )}
      />
    </div>
  );
}

/** The face is for the eyes; this is what is read aloud. */
function NodeName({ node }: { node: LinkNode }) {
  const words = useLinkWords();
  return <span className="op-hidden">{words.whole(node)}</span>;
}

/** Lines, their names and the documents; also what goes to paper. */
export function Drawing(props: {
  picture: Picture;
  nodes: readonly LinkNode[];
  scale: number;
  node: (node: LinkNode) => ReactNode;
}) {
  const { picture, nodes, scale } = props;
  const t = useWords('relations');
  const arrow = useId();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const { width, height } = picture;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: what is in it are links with names of their own
    <svg width={width * scale} height={height * scale} viewBox={`0 0 ${width} ${height}`} className={css['drawing']}>
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M1 1l6 3-6 3z" fill="var(--op-control)" />
        </marker>
      </defs>
      <g>
        {picture.lines.map((line) => (
          <path
            key={`${line.from}/${line.to}`}
            d={pathOf(line.points)}
            className={css['link']}
            data-kind={line.kind}
            markerEnd={`url(#${arrow})`}
          />
        ))}
        {picture.lines.length <= mostNamed &&
          picture.lines.map((line) => {
            const middle = line.points[Math.floor(line.points.length / 2)];
            return middle ? (
              <text key={`${line.from}/${line.to}`} x={middle.x} y={middle.y - 4} className={css['name']}>
                {t(`edge_${line.kind}`)}
              </text>
            ) : null;
          })}
      </g>
      {picture.places.map((place) => {
        const node = byId.get(place.id);
        return node ? (
          <foreignObject key={place.id} x={place.x} y={place.y} {...nodeSize} overflow="visible">
            {props.node(node)}
          </foreignObject>
        ) : null;
      })}
    </svg>
  );
}
