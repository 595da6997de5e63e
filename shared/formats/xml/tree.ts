import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { XML_MAX_BYTES, XML_MAX_DEPTH, XML_MAX_NODES } from '#shared/formats/limits.ts';
import type { ProblemList } from '#shared/formats/problem.ts';
import { decodeEntities } from '#shared/formats/xml/entities.ts';

/** An element with its place in the text, so that what is wrong can name its line. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, trimmed. */
  readonly text: string;
  readonly line: number;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  // Entities are replaced by ourselves, so that a declared one can never grow.
  processEntities: false,
  parseTagValue: false,
  captureMetaData: true,
  maxNestedTags: XML_MAX_DEPTH,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
});

const metadata = XMLParser.getMetaDataSymbol() as symbol;

type RawNode = Readonly<Record<string | symbol, unknown>>;

/** Numbers of lines by character index: the starts are collected once, each look-up halves them. */
const lineIndex = (text: string): ((index: number) => number) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (index) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle;
    }
    return low + 1;
  };
};

const build = (raw: RawNode, lineAt: (index: number) => number, problems: ProblemList): XmlElement | null => {
  const name = Object.keys(raw).find((key) => key !== ':@');
  if (name === undefined || name.startsWith('#')) return null;
  const place = raw[metadata] as { startIndex?: number } | undefined;
  const line = lineAt(place?.startIndex ?? 0);
  const decode = (text: string) =>
    decodeEntities(text, (entity) => problems.once(entity, 'ENTITY_UNKNOWN', line, { entity }));
  const nodes = raw[name] as readonly RawNode[];
  const children: XmlElement[] = [];
  let text = '';
  for (const node of nodes) {
    if (typeof node['#text'] === 'string') text += decode(node['#text']);
    else if (Array.isArray(node['#cdata'])) text += String((node['#cdata'] as RawNode[])[0]?.['#text'] ?? '');
    else {
      const child = build(node, lineAt, problems);
      if (child) children.push(child);
    }
  }
  const attributes = new Map<string, string>();
  for (const [key, value] of Object.entries((raw[':@'] as Record<string, unknown> | undefined) ?? {})) {
    attributes.set(key, decode(String(value)).trim());
  }
  return { name, attributes, children, text: text.trim(), line };
};

const nodeCount = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count += 1;
  return count;
};

const lineCount = (text: string): number => text.split('\n').length;

/** What must be refused before a parser sees the text: size, number of tags, any document type declaration. */
const guard = (text: string, problems: ProblemList): boolean => {
  if (text.trim() === '') problems.error('FILE_EMPTY', null);
  else if (text.length > XML_MAX_BYTES) {
    problems.error('FILE_TOO_LARGE', null, { bytes: text.length, limit: XML_MAX_BYTES });
  } else if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    // No ФНС file has one; entity bombs and external entities begin here.
    const at = text.search(/<!(?:DOCTYPE|ENTITY)/i);
    problems.error('XML_DOCTYPE', lineCount(text.slice(0, at)));
  } else if (nodeCount(text) > XML_MAX_NODES) problems.error('XML_TOO_MANY_NODES', null, { limit: XML_MAX_NODES });
  return !problems.stopped;
};

/** Reports why a text is no XML: cut off before the end of its first element, or wrong at a place. */
const isWellFormed = (text: string, problems: ProblemList): boolean => {
  const result = XMLValidator.validate(text);
  if (result === true) return true;
  const root = /<([^\s<>!?/]{1,100})/.exec(text.slice(0, 10_000))?.[1];
  const end = text.trimEnd();
  const closed = end.endsWith(`</${root}>`) || (end.endsWith('/>') && end.lastIndexOf('<') === end.indexOf(`<${root}`));
  if (root !== undefined && !closed) problems.error('XML_TRUNCATED', lineCount(text), { root });
  else problems.error('XML_MALFORMED', result.err.line, { column: result.err.col });
  return false;
};

/**
 * Parses XML into elements with line numbers. Refused with a problem and null: document type declarations, nesting
 * over 40, too many elements, text that is not well-formed. Never throws.
 */
export const parseXml = (text: string, problems: ProblemList): XmlElement | null => {
  const plain = text.replace(/^\uFEFF/, '');
  if (!guard(plain, problems) || !isWellFormed(plain, problems)) return null;
  let nodes: readonly RawNode[];
  try {
    nodes = parser.parse(plain) as readonly RawNode[];
  } catch (error) {
    const deep = error instanceof Error && error.message.includes('nested');
    if (deep) problems.error('XML_TOO_DEEP', null, { limit: XML_MAX_DEPTH });
    else problems.error('XML_MALFORMED', null);
    return null;
  }
  const lineAt = lineIndex(plain);
  const elements = nodes.flatMap((node) => build(node, lineAt, problems) ?? []);
  if (elements.length !== 1) problems.error('XML_MALFORMED', elements[1]?.line ?? null, { roots: elements.length });
  return elements.length === 1 ? (elements[0] ?? null) : null;
};

/** The first child of a name. */
export const child = (element: XmlElement | null | undefined, name: string): XmlElement | null =>
  element?.children.find((each) => each.name === name) ?? null;

/** All children of a name. */
export const childrenOf = (element: XmlElement | null | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((each) => each.name === name) ?? [];

/** The first non-empty attribute of the given names: versions of a format rename them. */
export const attribute = (element: XmlElement | null | undefined, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = element?.attributes.get(name);
    if (value) return value;
  }
  return null;
};
