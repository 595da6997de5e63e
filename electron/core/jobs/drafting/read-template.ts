import { Docx, RelType, type XmlNode, xml } from 'easy-template-x';
import { unzipSync } from 'fflate';
import { openParts } from '#electron/core/jobs/docx/open-parts.ts';
import { readXml } from '#electron/core/jobs/docx/read-xml.ts';
import type {
  TemplatePlace,
  TemplateProblem,
  TemplateProblemCode,
} from '#electron/core/jobs/drafting/template-problem.ts';
import { Refusal } from '#shared/domain/error.ts';

/** One paragraph with the text of its own runs, as the filling engine will see it. */
export interface TemplateParagraph {
  text: string;
  part: TemplatePlace['part'];
  /** Elements around it, outermost first: they decide where a loop may begin and end. */
  around: readonly XmlNode[];
  /** Alternative text of a picture, where tags of pictures are written. */
  isPicture: boolean;
}

/** All parts together, unpacked: pictures included. */
const unpackedMaxBytes = 400 * 1024 * 1024;

const partTypes: readonly (readonly [TemplatePlace['part'], string])[] = [
  ['header', RelType.Header],
  ['footer', RelType.Footer],
  ['footnote', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes'],
  ['endnote', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes'],
  ['comment', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'],
];

/** Paragraphs of a DOCX in reading order, part by part; or why it cannot be read. */
export async function readTemplate(bytes: Uint8Array): Promise<TemplateParagraph[] | TemplateProblem> {
  try {
    // Strictly: the engine's own parser mends what is broken in a way of its own.
    readXml(openParts(bytes).document, { open: () => {}, close: () => {}, text: () => {} });
    let unpacked = 0;
    unzipSync(bytes, {
      filter(file) {
        unpacked += file.originalSize;
        return false;
      },
    });
    if (unpacked > unpackedMaxBytes) return problem('DOCX_TOO_LARGE', { bytes: unpacked });
    const docx = await Docx.load(asBuffer(bytes));
    const paragraphs = paragraphsOf(await docx.mainDocument.xmlRoot(), 'body');
    for (const [part, type] of partTypes) {
      for (const found of await docx.mainDocument.getPartsByType(type)) {
        paragraphs.push(...paragraphsOf(await found.xmlRoot(), part));
      }
    }
    return paragraphs;
  } catch (error) {
    const known = error instanceof Refusal ? error.details?.['problem'] : undefined;
    return problem(typeof known === 'string' ? (known as TemplateProblemCode) : 'DOCX_DAMAGED', {});
  }
}

export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const problem = (code: TemplateProblemCode, params: TemplateProblem['params']): TemplateProblem => ({ code, params });

function paragraphsOf(root: XmlNode, part: TemplatePlace['part']): TemplateParagraph[] {
  const found: TemplateParagraph[] = [];
  const walk = (node: XmlNode, around: readonly XmlNode[], open: TemplateParagraph | null): void => {
    let current = open;
    if (node.nodeName === 'w:p') {
      current = { text: '', part, around, isPicture: false };
      found.push(current);
    } else if (node.nodeName === 'w:t' && current) {
      current.text += (node.childNodes ?? [])
        .map((child) => (xml.query.isTextNode(child) ? child.textContent : ''))
        .join('');
    } else if (node.nodeName === 'wp:docPr' && xml.query.isGeneralNode(node)) {
      const text = node.attributes?.['descr'];
      if (text?.includes('{')) found.push({ text, part, around, isPicture: true });
    }
    const within = containers.has(node.nodeName) ? [...around, node] : around;
    for (const child of node.childNodes ?? []) walk(child, within, current);
  };
  walk(root, [], null);
  return found;
}

const containers = new Set(['w:tbl', 'w:tr', 'w:tc', 'w:sdtContent', 'w:txbxContent', 'w:body']);
