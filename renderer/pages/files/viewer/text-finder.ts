import { findPlaces } from '#renderer/pages/files/viewer/find-text.ts';

/** Elements at whose ends a word ends. */
const blocks = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE BR DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);

/** The words under an element in one string, with the nodes they came from. */
interface Words {
  text: string;
  nodes: readonly Text[];
  starts: readonly number[];
}

function wordsOf(root: Node): Words {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      nodes.push(node);
      starts.push(length);
      add(node.data);
    } else if (blocks.has(node.nodeName)) add('\n');
  }
  return { text: parts.join(''), nodes, starts };
}

/** Every place under an element that the pattern fits, as ranges, in reading order. */
export function rangesIn(root: Node, pattern: RegExp): Range[] {
  const { text, nodes, starts } = wordsOf(root);
  let node = 0;
  const reach = (at: number): number => {
    while (node + 1 < starts.length && (starts[node + 1] ?? 0) <= at) node += 1;
    return node;
  };
  return findPlaces(text, pattern).flatMap(([start, end]) => {
    const first = reach(start);
    const from = nodes[first];
    const last = reach(end - 1);
    const to = nodes[last];
    if (!from || !to) return [];
    const range = new Range();
    range.setStart(from, Math.min(from.length, start - (starts[first] ?? 0)));
    range.setEnd(to, Math.min(to.length, end - (starts[last] ?? 0)));
    return [range];
  });
}
