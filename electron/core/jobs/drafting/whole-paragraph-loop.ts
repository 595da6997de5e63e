import { LoopPlugin, OfficeMarkup, type TextNodeTag, type XmlNode, xml } from 'easy-template-x';

const markup = new OfficeMarkup();

const paragraphOf = (tag: TextNodeTag): XmlNode => markup.query.containingParagraphNode(tag.xmlTextNode);

function textOf(node: XmlNode): string {
  if (xml.query.isTextNode(node)) return node.textContent;
  return (node.childNodes ?? []).map(textOf).join('');
}

/**
 * Loops and conditions that take whole paragraphs repeat or drop whole paragraphs: no empty line (and no empty number of a clause) stays
 * behind. The library would join such paragraphs into one.
 */
const wholeParagraphs = {
  isApplicable(open: TextNodeTag, close: TextNodeTag): boolean {
    if (open.options) return false;
    const [first, last] = [paragraphOf(open), paragraphOf(close)];
    if (first.parentNode !== last.parentNode) return false;
    return textOf(first).trim().startsWith(open.rawText) && textOf(last).trim().endsWith(close.rawText);
  },

  splitBefore(open: TextNodeTag, close: TextNodeTag) {
    const [first, last] = [paragraphOf(open), paragraphOf(close)];
    const isAlone = (paragraph: XmlNode, tag: TextNodeTag) => textOf(paragraph).trim() === tag.rawText;
    const nodes = xml.query.siblingsInRange(first, last);
    const repeated = nodes.filter(
      (node) =>
        first === last || !((node === first && isAlone(first, open)) || (node === last && isAlone(last, close))),
    );
    xml.modify.remove(open.xmlTextNode);
    xml.modify.remove(close.xmlTextNode);
    return { firstNode: first, nodesToRepeat: repeated, lastNode: last };
  },

  mergeBack(groups: XmlNode[][], first: XmlNode, last: XmlNode): void {
    const cell = first.parentNode;
    for (const node of groups.flat()) xml.modify.insertBefore(node, first);
    if (first !== last) {
      xml.modify.removeSiblings(first, last);
      xml.modify.remove(last);
    }
    xml.modify.remove(first);
    // A cell without a paragraph at its end is a file that Word calls damaged.
    if (cell?.nodeName === 'w:tc' && cell.childNodes?.at(-1)?.nodeName !== 'w:p')
      xml.modify.appendChild(cell, xml.create.generalNode('w:p'));
  },
};

/** The library's loops with one more way to repeat, tried before its own. */
export class ParagraphLoopPlugin extends LoopPlugin {
  constructor() {
    super();
    // The list of strategies is private and has no setter; the test of conditions fails when a new version renames it.
    const own = this as unknown as { loopStrategies: unknown[] };
    own.loopStrategies.unshift(wholeParagraphs);
  }
}
