import type { ProblemList } from '#shared/formats/problem.ts';
import type { TransferLine, TransferTotals } from '#shared/formats/universal-transfer/records.ts';
import { readDecimal, readKopecks } from '#shared/formats/values.ts';
import { attribute, child, childrenOf, type XmlElement } from '#shared/formats/xml/tree.ts';

type Reader = <Value>(element: XmlElement | null, name: string, read: (text: string) => Value | null) => Value | null;

/** СумНал holds СумНал with the value, БезНДС, or a dash. */
const vatText = (element: XmlElement | null): string | null => child(element, 'СумНал')?.text || null;

const readSum = (
  text: string | null,
  line: number,
  name: string,
  position: number | null,
  problems: ProblemList,
): number | null => {
  if (text === null) return null;
  const sum = readKopecks(text);
  if (sum !== null) return sum;
  const params = { field: name, value: text, ...(position === null ? {} : { position }) };
  problems.error('LINE_SUM_UNREADABLE', line, params);
  return null;
};

const readLine = (element: XmlElement, index: number, problems: ProblemList): TransferLine => {
  const extra = child(element, 'ДопСведТов');
  const position = Number(attribute(element, 'НомСтр')) || index + 1;
  const optional: Reader = (from, name, read) => {
    const text = attribute(from, name);
    const value = text === null ? null : read(text);
    if (text !== null && value === null)
      problems.warn('VALUE_UNREADABLE', element.line, { key: name, value: text, position });
    return value;
  };
  const sum = (name: string) => readSum(attribute(element, name), element.line, name, position, problems);
  return {
    position,
    name: attribute(element, 'НаимТов'),
    unit: attribute(element, 'НаимЕдИзм') ?? attribute(extra, 'НаимЕдИзм'),
    unitCode: attribute(element, 'ОКЕИ_Тов'),
    quantity: optional(element, 'КолТов', readDecimal),
    price: optional(element, 'ЦенаТов', readDecimal),
    sumWithoutVat: sum('СтТовБезНДС'),
    vatRate: attribute(element, 'НалСт'),
    vatSum: readSum(vatText(child(element, 'СумНал')), element.line, 'СумНал', position, problems),
    excise: readSum(
      child(child(element, 'Акциз'), 'СумАкциз')?.text || null,
      element.line,
      'СумАкциз',
      position,
      problems,
    ),
    sum: sum('СтТовУчНал'),
    code: attribute(extra, 'КодТов', 'АртикулТов', 'ГТИН'),
    line: element.line,
  };
};

const readTotals = (element: XmlElement, problems: ProblemList): TransferTotals => {
  const sum = (text: string | null, name: string) => readSum(text, element.line, name, null, problems);
  return {
    sumWithoutVat: sum(attribute(element, 'СтТовБезНДСВсего'), 'СтТовБезНДСВсего'),
    vatSum: sum(vatText(child(element, 'СумНалВсего')), 'СумНалВсего'),
    sum: sum(attribute(element, 'СтТовУчНалВсего'), 'СтТовУчНалВсего'),
    line: element.line,
  };
};

/** ТаблСчФакт: rows and ВсегоОпл; empty when the function has no table. */
export const readTable = (
  table: XmlElement | null,
  problems: ProblemList,
): { lines: TransferLine[]; totals: TransferTotals | null } => {
  const total = child(table, 'ВсегоОпл');
  return {
    lines: childrenOf(table, 'СведТов').map((element, index) => readLine(element, index, problems)),
    totals: total ? readTotals(total, problems) : null,
  };
};
