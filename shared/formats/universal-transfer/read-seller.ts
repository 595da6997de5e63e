import type { ProblemList } from '#shared/formats/problem.ts';
import { checkTable } from '#shared/formats/universal-transfer/check-table.ts';
import { currencyByCode } from '#shared/formats/universal-transfer/currency.ts';
import { readParty } from '#shared/formats/universal-transfer/read-party.ts';
import { readSigners } from '#shared/formats/universal-transfer/read-signers.ts';
import { readTable } from '#shared/formats/universal-transfer/read-table.ts';
import type { SellerTitle, TransferEvent, TransferParty } from '#shared/formats/universal-transfer/records.ts';
import { readDate, readKopecks } from '#shared/formats/values.ts';
import { attribute, child, childrenOf, type XmlElement } from '#shared/formats/xml/tree.ts';

const functions = ['СЧФ', 'СЧФДОП', 'ДОП', 'СвРК', 'СвЗК'];

/** A dash stands for an absent number or date in both generations of the format. */
const plain = (value: string | null): string | null => (value === '-' || value === '–' ? null : value);

const dateOf = (element: XmlElement | null, ...names: readonly string[]): string | null => {
  const text = plain(attribute(element, ...names));
  return text === null ? null : readDate(text);
};

const readTransfer = (document: XmlElement): TransferEvent | null => {
  const event = child(child(document, 'СвПродПер'), 'СвПер');
  if (!event) return null;
  return {
    content: attribute(event, 'СодОпер'),
    kind: attribute(event, 'ВидОпер'),
    date: dateOf(event, 'ДатаПер'),
    periodFrom: dateOf(event, 'ДатаНачПер', 'ДатаНач'),
    periodTo: dateOf(event, 'ДатаОконПер', 'ДатаОкон'),
    basis: childrenOf(event, 'ОснПер').flatMap((basis) => {
      const name = attribute(basis, 'РеквНаимДок', 'НаимОсн');
      // 5.01 has no element for "none" and writes it as a name.
      if (name === null || /^без\s+документа/i.test(name)) return [];
      const number = plain(attribute(basis, 'РеквНомерДок', 'НомОсн'));
      return [{ name, number, date: dateOf(basis, 'РеквДатаДок', 'ДатаОсн') }];
    }),
  };
};

const readHead = (
  invoice: XmlElement,
  problems: ProblemList,
): Pick<SellerTitle, 'number' | 'date' | 'correction' | 'currency'> | null => {
  const number = plain(attribute(invoice, 'НомерДок', 'НомерСчФ'));
  const dateText = attribute(invoice, 'ДатаДок', 'ДатаСчФ');
  const date = dateText === null ? null : readDate(dateText);
  if (number === null) problems.error('DOCUMENT_NUMBER_MISSING', invoice.line);
  if (date === null) problems.error('DOCUMENT_DATE_UNREADABLE', invoice.line, { value: dateText ?? '' });
  if (number === null || date === null) return null;
  const corrected = child(invoice, 'ИспрДок') ?? child(invoice, 'ИспрСчФ');
  const code = attribute(child(invoice, 'ДенИзм'), 'КодОКВ') ?? attribute(invoice, 'КодОКВ');
  if (code === null) problems.warn('CURRENCY_MISSING', invoice.line);
  const correctionNumber = plain(attribute(corrected, 'НомИспр', 'НомИспрСчФ'));
  const correctionDate = dateOf(corrected, 'ДатаИспр', 'ДатаИспрСчФ');
  return {
    number,
    date,
    correction:
      correctionNumber === null && correctionDate === null ? null : { number: correctionNumber, date: correctionDate },
    currency: code === null ? null : currencyByCode(code),
  };
};

/** Reads a seller's title of 5.01, 5.02 or 5.03; null when it has no invoice, number or date. */
export const readSellerTitle = (root: XmlElement, document: XmlElement, problems: ProblemList): SellerTitle | null => {
  const invoice = child(document, 'СвСчФакт');
  if (!invoice) {
    problems.error('STRUCTURE_MISSING', document.line, { element: 'СвСчФакт' });
    return null;
  }
  const head = readHead(invoice, problems);
  if (!head) return null;
  const parties = (name: string, from: readonly XmlElement[] = childrenOf(invoice, name)): TransferParty[] =>
    from.flatMap((element) => readParty(element, problems) ?? []);
  const purpose = attribute(document, 'Функция') ?? '';
  if (!functions.includes(purpose)) problems.warn('FUNCTION_UNKNOWN', document.line, { function: purpose });
  const { lines, totals } = readTable(child(document, 'ТаблСчФакт'), problems);
  checkTable(lines, totals, problems);
  return {
    knd: '1115131',
    fileId: attribute(root, 'ИдФайл'),
    version: attribute(root, 'ВерсФорм'),
    program: attribute(root, 'ВерсПрог'),
    function: purpose,
    title: attribute(document, 'НаимДокОпр', 'ПоФактХЖ'),
    ...head,
    sellers: parties('СвПрод'),
    buyers: parties('СвПокуп'),
    consignors: parties(
      'ГрузОтпр',
      childrenOf(invoice, 'ГрузОт').flatMap((each) => childrenOf(each, 'ГрузОтпр')),
    ),
    consignees: parties('ГрузПолуч'),
    prepayments: childrenOf(invoice, 'СвПРД').map((payment) => ({
      number: plain(attribute(payment, 'НомерПРД')),
      date: dateOf(payment, 'ДатаПРД'),
      sum: readKopecks(attribute(payment, 'СуммаПРД') ?? ''),
    })),
    contractId: attribute(child(invoice, 'ДопСвФХЖ1'), 'ИдГосКон'),
    lines,
    totals,
    transfer: readTransfer(document),
    signers: readSigners(document),
  };
};
