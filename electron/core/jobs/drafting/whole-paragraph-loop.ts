import { LoopPlugin, OfficeMarkup, type TextNodeTag, type XmlNode, xml } from 'easy-template-x';

const markup = new OfficeMarkup();

const paragraphOf = (tag: TextNodeTag): XmlNode => markup.query.containingParagraphNode(tag.xmlTextNode);

/** Pieces of text that are not blank; a tag is a piece of its own by now. */
function pieces(node: XmlNode): XmlNode[] {
  if (xml.query.isTextNode(node)) return node.textContent.trim() === '' ? [] : [node];
  return (node.childNodes ?? []).flatMap(pieces);
}

// A loop inside a line: the library cuts its paragraph in pieces that only look like paragraphs while they are filled.
const partOfLine = 'opora-part-of-line';
const isPartOfLine = (node: XmlNode): boolean => xml.query.isGeneralNode(node) && node.attributes?.[partOfLine] === '1';

interface LoopStrategy {
  isApplicable(open: TextNodeTag, close: TextNodeTag, isCondition: boolean): boolean;
  splitBefore(
    open: TextNodeTag,
    close: TextNodeTag,
  ): { firstNode: XmlNode; nodesToRepeat: XmlNode[]; lastNode: XmlNode };
  mergeBack(groups: XmlNode[][], first: XmlNode, last: XmlNode): void;
}

/** The library's way for loops inside a line, with the pieces marked. */
const insideLine = (library: LoopStrategy): LoopStrategy => ({
  isApplicable: () => true,
  splitBefore(open, close) {
    const split = library.splitBefore(open, close);
    for (const node of [split.nodesToRepeat[0], split.nodesToRepeat.at(-1)])
      if (node && xml.query.isGeneralNode(node)) node.attributes = { ...node.attributes, [partOfLine]: '1' };
    return split;
  },
  mergeBack(groups, first, last) {
    for (const node of groups.flat()) if (xml.query.isGeneralNode(node)) delete node.attributes?.[partOfLine];
    library.mergeBack(groups, first, last);
  },
});

/**
 * Loops and conditions that take whole paragraphs repeat or drop whole paragraphs: no empty line (and no empty number of a clause) stays
 * behind. The library would join such paragraphs into one.
 */
const wholeParagraphs: LoopStrategy = {
  isApplicable(open, close) {
    if (open.options) return false;
    const [first, last] = [paragraphOf(open), paragraphOf(close)];
    if (first.parentNode !== last.parentNode || isPartOfLine(first) || isPartOfLine(last)) return false;
    return pieces(first)[0] === open.xmlTextNode && pieces(last).at(-1) === close.xmlTextNode;
  },

  splitBefore(open, close) {
    const [first, last] = [paragraphOf(open), paragraphOf(close)];
    const isAlone = (paragraph: XmlNode) => pieces(paragraph).length === 1;
    const nodes = xml.query.siblingsInRange(first, last);
    const repeated = nodes.filter(
      (node) => first === last || !((node === first && isAlone(first)) || (node === last && isAlone(last))),
    );
    xml.modify.remove(open.xmlTextNode);
    xml.modify.remove(close.xmlTextNode);
    return { firstNode: first, nodesToRepeat: repeated, lastNode: last };
  },

  mergeBack(groups, first, last) {
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

/**
 * The library's loops with whole paragraphs tried first, and without two of its ways: lists (it takes the whole paragraph even when other
 * tags stand in it, and fails on them) and columns (it leaves the tags of other columns unfilled; people mean rows).
 */
export class ParagraphLoopPlugin extends LoopPlugin {
  constructor() {
    super();
    // Private, and in an order of its own; the tests of any template fail when a new version changes it.
    const own = this as unknown as { loopStrategies: LoopStrategy[] };
    const [byOption, _columns, rows, _lists, contents] = own.loopStrategies;
    if (!byOption || !rows || !contents) throw new Error('easy-template-x has other loops than this program knows');
    own.loopStrategies = [wholeParagraphs, byOption, rows, insideLine(contents)];
  }
}
