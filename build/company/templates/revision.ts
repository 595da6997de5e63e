import { type XmlNode, xml } from 'easy-template-x';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { repack } from '#electron/core/jobs/drafting/repack.ts';

/** One change of a contract's text, as the other side or a lawyer would make it. */
export type Change =
  | { kind: 'replace'; of: RegExp; by: string }
  | { kind: 'insert'; after: RegExp; text: string }
  | { kind: 'move'; what: RegExp; after: RegExp }
  | { kind: 'remove'; what: RegExp };

/** What each later version of a demo contract changes against the one before. */
export const revisionChanges: readonly (readonly Change[])[] = [
  [
    { kind: 'replace', of: /аванс 30 %/, by: 'аванс 50 %' },
    { kind: 'replace', of: /в течение 10 \(десяти\) рабочих дней/, by: 'в течение 15 (пятнадцати) рабочих дней' },
  ],
  [
    { kind: 'replace', of: /неустойку 0,1 %(?= от неоплаченной)/, by: 'неустойку 0,05 %' },
    { kind: 'move', what: /^Проценты по статье 317\.1/, after: /^Изменения действительны/ },
    {
      kind: 'insert',
      after: /^Изменения действительны/,
      text: 'Стороны обмениваются документами через оператора электронного документооборота; такие документы равны бумажным.',
    },
  ],
  [
    { kind: 'remove', what: /^Неустойка начисляется со дня/ },
    {
      kind: 'replace',
      of: /в течение 15 \(пятнадцати\) рабочих дней со дня её получения/,
      by: 'в течение 20 (двадцати) рабочих дней со дня её получения',
    },
    { kind: 'replace', of: /по месту нахождения ответчика/, by: 'города Москвы' },
  ],
];

/** The n-th later version (1, 2, 3 …) of a filled demo contract: all changes up to it. Past the last one it stays as it is. */
export function demoRevision(contract: Uint8Array, n: number): Uint8Array {
  return applyChanges(contract, revisionChanges.slice(0, n).flat());
}

/** Applies changes to the body of a DOCX; a change whose text is not there is passed over. Formatting and numbering stay. */
export function applyChanges(contract: Uint8Array, changes: readonly Change[]): Uint8Array {
  const parts = unzipSync(contract);
  const root = xml.parser.parse(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  for (const change of changes) apply(root, change);
  return repack(zipSync({ ...parts, 'word/document.xml': strToU8(xml.parser.serializeFile(root)) }));
}

function apply(root: XmlNode, change: Change): void {
  const find = (pattern: RegExp) => paragraphsOf(root).find((paragraph) => pattern.test(textOf(paragraph)));
  const pattern = change.kind === 'replace' ? change.of : change.kind === 'insert' ? change.after : change.what;
  const found = find(pattern);
  if (!found) return;
  if (change.kind === 'remove') xml.modify.remove(found);
  else if (change.kind === 'replace') setText(found, textOf(found).replace(change.of, change.by));
  else if (change.kind === 'insert') {
    const added = xml.create.cloneNode(found, true);
    setText(added, change.text);
    xml.modify.insertAfter(added, found);
  } else {
    const place = find(change.after);
    if (!place) return;
    xml.modify.remove(found);
    xml.modify.insertAfter(found, place);
  }
}

function paragraphsOf(node: XmlNode): XmlNode[] {
  return node.nodeName === 'w:p' ? [node] : (node.childNodes ?? []).flatMap(paragraphsOf);
}

function textNodesOf(node: XmlNode): XmlNode[] {
  return node.nodeName === 'w:t' ? [node] : (node.childNodes ?? []).flatMap(textNodesOf);
}

const textOf = (paragraph: XmlNode): string =>
  textNodesOf(paragraph)
    .flatMap((node) => node.childNodes ?? [])
    .map((node) => (xml.query.isTextNode(node) ? node.textContent : ''))
    .join('');

/** The whole text goes into the first run: the demo's clauses have one look throughout. */
function setText(paragraph: XmlNode, text: string): void {
  const [first, ...others] = textNodesOf(paragraph);
  if (!first) return;
  for (const node of others) node.childNodes = [];
  first.childNodes = [];
  xml.modify.appendChild(first, xml.create.textNode(text));
}
