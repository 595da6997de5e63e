import { type HElement, parseAsync, renderDocument } from 'docx-preview';
import { expandedSize } from '#renderer/pages/files/expanded-size.ts';

/** Elements that would load or run something, or take part in a form. */
const forbidden = new Set(['iframe', 'script', 'object', 'embed', 'form', 'link', 'meta', 'base']);
/** Set as properties by the library; anything else of a made-up element is none of a paper's business. */
const dangerous = /^on|^innerHTML$|^outerHTML$|^srcdoc$/;

/**
 * Makes the nodes of a paper: as the library would, but nothing of a file can run or load, links lead nowhere, and styles are set
 * in the one way that the page's strict policy allows.
 */
function safeElement(given: HElement | Node | string): Node {
  if (typeof given === 'string') return document.createTextNode(given);
  if (given instanceof Node) return given;
  const { ns, tagName, className, style, children = [], ...properties } = given;
  if (tagName === '#comment') return document.createComment('');
  if (forbidden.has(tagName)) return document.createDocumentFragment();
  if (tagName === '#fragment') {
    const fragment = document.createDocumentFragment();
    fragment.append(...children.map(safeElement));
    return fragment;
  }
  const element = (ns ? document.createElementNS(ns, tagName) : document.createElement(tagName)) as HTMLElement;
  if (className) element.setAttribute('class', className);
  if (typeof style === 'string') element.style.cssText = style;
  else if (style) Object.assign(element.style, style);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || (dangerous.test(name) && tagName !== 'style')) continue;
    if (tagName === 'a' && name === 'href') continue;
    (element as unknown as Record<string, unknown>)[name] = value;
  }
  if (tagName === 'img' && !element.hasAttribute('alt')) element.setAttribute('alt', '');
  // Pictures of kinds that no browser draws leave their place empty.
  if (tagName === 'img' || tagName === 'image')
    element.addEventListener('error', () => element.style.setProperty('visibility', 'hidden'));
  for (const child of children) element.appendChild(safeElement(child));
  return element;
}

/** Bytes inside of a file, and of its text, past which the window would stand still laying it out: the core reads it then. */
const [MOST_INSIDE, MOST_TEXT] = [120_000_000, 1_600_000];

export interface DocxPaper {
  pages: readonly Node[];
  styles: readonly CSSStyleSheet[];
}

/** A DOCX as pages of paper with their styles, to be put under a root of their own. Rejects for what is no readable DOCX. */
export async function renderDocx(bytes: Blob): Promise<DocxPaper> {
  const size = expandedSize(new Uint8Array(await bytes.arrayBuffer()));
  if (size === null || size.all > MOST_INSIDE || size.largestXml > MOST_TEXT) throw new Error('not laid out here');
  const options = {
    h: safeElement,
    ignoreHeight: true,
    ignoreFonts: true,
    renderAltChunks: false,
    renderChanges: true,
    useBase64URL: true,
  };
  const paper = await parseAsync(bytes, options);
  const nodes = await renderDocument(paper, options);
  const styles = nodes
    .filter((node) => node.nodeName === 'STYLE')
    .map((node) => {
      const sheet = new CSSStyleSheet();
      // Sheets made this way ignore imports, so nothing is loaded by them either.
      sheet.replaceSync(node.textContent ?? '');
      return sheet;
    });
  return { pages: nodes.filter((node) => node.nodeName !== 'STYLE' && node.nodeName !== '#comment'), styles };
}
