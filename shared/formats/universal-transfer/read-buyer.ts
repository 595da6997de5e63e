import type { ProblemList } from '#shared/formats/problem.ts';
import { readSigners } from '#shared/formats/universal-transfer/read-signers.ts';
import type { BuyerTitle } from '#shared/formats/universal-transfer/records.ts';
import { readDate } from '#shared/formats/values.ts';
import { attribute, child, type XmlElement } from '#shared/formats/xml/tree.ts';

/** КодИтога of the order 970@: 1 without differences, 2 with differences, 3 not accepted. */
const results: Readonly<Record<string, BuyerTitle['result']>> = {
  '1': 'accepted',
  '2': 'accepted_with_differences',
  '3': 'refused',
};

const dateOf = (element: XmlElement | null, ...names: readonly string[]): string | null =>
  readDate(attribute(element, ...names) ?? '');

/** Reads a buyer's title; null when it does not name the document it answers. */
export const readBuyerTitle = (root: XmlElement, document: XmlElement, problems: ProblemList): BuyerTitle | null => {
  const content = child(document, 'СодФХЖ4');
  const seller = child(document, 'ИдИнфПрод');
  if (!content || !seller) {
    problems.error('STRUCTURE_MISSING', document.line, { element: content ? 'ИдИнфПрод' : 'СодФХЖ4' });
    return null;
  }
  const acceptance = child(content, 'СвПрин');
  const code = attribute(child(acceptance, 'КодСодОпер'), 'КодИтога');
  return {
    knd: '1115132',
    fileId: attribute(root, 'ИдФайл'),
    version: attribute(root, 'ВерсФорм'),
    program: attribute(root, 'ВерсПрог'),
    sellerFileId: attribute(seller, 'ИдФайлИнфПр'),
    number: attribute(content, 'ПорНомДокИнфПр', 'НомСчФИнфПр'),
    date: dateOf(content, 'ДатаДокИнфПр', 'ДатаСчФИнфПр'),
    function: attribute(content, 'Функция'),
    result: code === null ? null : (results[code] ?? null),
    content: attribute(acceptance, 'СодОпер'),
    acceptedOn: dateOf(acceptance, 'ДатаПрин'),
    signers: readSigners(document),
  };
};
