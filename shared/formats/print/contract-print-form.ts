import { amountInDigits } from '#shared/lib/words/amount.ts';
import { dateInWords } from '#shared/lib/words/dates.ts';
import { declinePersonName } from '#shared/lib/words/names.ts';
import type { ApprovalLine, ApprovalSheet, ContractPrint } from './contract-print.ts';
import { type PrintWords, printWords } from './contract-print-words.ts';

const style = `@page{size:A4;margin:15mm 12mm 15mm 20mm}
*{box-sizing:border-box}
body{font:10.5pt/1.35 "Times New Roman",Times,serif;color:#000;background:#fff;margin:0}
h1{font-size:16pt;margin:0 0 2mm}h2{font-size:11.5pt;margin:5mm 0 1.5mm;break-after:avoid}
p{margin:0 0 1.5mm}table{width:100%;border-collapse:collapse}thead{display:table-header-group}tr{break-inside:avoid}
td,th{border:.2mm solid #555;padding:1mm 1.5mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600}th:first-child{min-width:26mm}th:nth-child(3){min-width:24mm}dl{display:grid;grid-template-columns:48mm 1fr;gap:1mm 3mm;margin:0}dt{color:#444}dd{margin:0;overflow-wrap:anywhere}
.sum{text-align:right;white-space:nowrap}.hash{font-family:monospace;font-size:8.5pt;white-space:nowrap}
footer{margin-top:6mm;font-size:8.5pt;color:#444}`;

/** The card of a contract as a page to be printed: one file, A4, no scripts, nothing loaded from anywhere. */
export function contractPrintForm(contract: ContractPrint): string {
  const w = printWords[contract.language];
  const number = contract.number ? `${w.number} ${contract.number}` : w.unnumbered;
  const heading = `${contract.title} ${number} ${w.of} ${day(contract.date)}`;
  return `<!doctype html><html lang="${contract.language}"><head><meta charset="utf-8"><title>${text(heading)}</title><style>${style}</style></head><body>
<h1>${text(heading)}</h1><p>${text(contract.subject)}</p><p>${w.stage}: ${text(contract.stage)}</p>
${section(w.parties, parties(contract, w))}
${section(w.terms, terms(contract, w))}
${section(w.keyDates, keyDates(contract, w))}
${section(w.obligations, obligations(contract, w))}
${section(w.related, contract.related.map((one) => `<p>${text([one.title, one.number ? `${w.number} ${one.number}` : '', w.of, day(one.date)].filter(Boolean).join(' '))}</p>`).join(''))}
${contract.approval ? section(w.approval, approvalSheet(contract.approval, w)) : ''}
<footer>${w.printed}: ${text(contract.printedAt)}, ${text(contract.printedBy)}</footer></body></html>`;
}

/** The first twelve digits of a hash in groups, as people compare them by eye. */
export const fingerprintOf = (hash: string): string =>
  (
    hash
      .slice(0, 12)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join(' ');

const text = (value: string): string =>
  value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');
const day = (date: string): string => dateInWords(date, 'numeric');
const money = (kopecks: number | null, currency: string): string =>
  kopecks === null ? '' : `${amountInDigits(kopecks)}\u00a0${currency === 'RUB' ? '₽' : currency}`;
const section = (title: string, body: string): string => (body === '' ? '' : `<h2>${title}</h2>${body}`);

/** Rows of plain texts; a class for a column, when it has one. */
function table(head: readonly string[], rows: readonly (readonly string[])[], classes: readonly string[] = []): string {
  if (rows.length === 0) return '';
  const cell = (value: string, column: number) =>
    `<td${classes[column] ? ` class="${classes[column]}"` : ''}>${text(value)}</td>`;
  return `<table><thead><tr>${head.map((one) => `<th>${text(one)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map(cell).join('')}</tr>`)
    .join('')}</tbody></table>`;
}

const list = (pairs: readonly (readonly [string, string | null])[]): string =>
  `<dl>${pairs
    .filter(([, value]) => value)
    .map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value ?? '')}</dd>`)
    .join('')}</dl>`;

function parties(contract: ContractPrint, w: PrintWords): string {
  return list(
    contract.parties.map((party) => {
      const codes = [
        party.inn && `${w.inn} ${party.inn}`,
        party.kpp && `${w.kpp} ${party.kpp}`,
        party.ogrn && `${w.ogrn} ${party.ogrn}`,
      ].filter(Boolean);
      return [w[party.side], [party.name, codes.join(', '), party.address, party.account].filter(Boolean).join('\n')];
    }),
  );
}

function terms(contract: ContractPrint, w: PrintWords): string {
  const { amount, vatAmount, currency, effectiveFrom, expiresOn } = contract;
  const vat =
    vatAmount === null ? '' : vatAmount === 0 ? `, ${w.withoutVat}` : `, ${w.vat} ${money(vatAmount, currency)}`;
  const period = [
    effectiveFrom ? `${w.from} ${day(effectiveFrom)}` : '',
    expiresOn ? `${w.to} ${day(expiresOn)}` : effectiveFrom ? w.endless : '',
  ];
  const renewal = { none: w.renewalNone, automatic: w.renewalAutomatic, by_agreement: w.renewalByAgreement };
  return list([
    [w.amount, amount === null ? null : money(amount, currency) + vat],
    [w.period, period.filter((part) => part !== '').join(' ')],
    [w.renewal, contract.renewal ? renewal[contract.renewal] : null],
    [w.notice, contract.noticeDays === null ? null : String(contract.noticeDays)],
    [w.counterpartyNumber, contract.counterpartyNumber],
    [w.branch, contract.branch],
    [w.responsible, contract.responsible],
    ...contract.custom.map(({ label, value }) => [label, value] as const),
  ]);
}

const keyDates = (contract: ContractPrint, w: PrintWords): string =>
  table(
    [w.date, w.what, w.mark],
    contract.keyDates.map((one) => [day(one.date), one.title, one.done ? w.done : '']),
  );

const obligations = (contract: ContractPrint, w: PrintWords): string =>
  table(
    [w.what, w.side, w.dueDate, w.amount, w.state],
    contract.obligations.map((one) => [
      one.title,
      w[one.side],
      day(one.dueDate),
      money(one.amount, contract.currency),
      w[one.state],
    ]),
    ['', '', '', 'sum', ''],
  );

function approvalSheet(sheet: ApprovalSheet, w: PrintWords): string {
  const round = list([
    [w.version, String(sheet.versionNumber)],
    [w.fingerprint, fingerprintOf(sheet.hash)],
    [w.started, sheet.startedAt],
    [w.finished, sheet.finishedAt],
  ]);
  const head = [w.step, w.who, w.decision, `${w.version}, ${w.fingerprint.toLowerCase()}`, w.date, w.comment];
  return `${round}<p></p>${table(
    head,
    sheet.lines.map((line) => approvalLine(line, w)),
    ['', '', '', 'hash', '', ''],
  )}`;
}

function approvalLine(line: ApprovalLine, w: PrintWords): string[] {
  const absent = w === printWords.ru ? declinePersonName(line.name, 'accusative') : line.name;
  const who = line.madeBy ? `${line.madeBy} ${w.instead} ${absent}` : line.name;
  const decision = line.verdict === null ? w.waiting : w[line.verdict];
  return [
    line.step,
    [who, line.position].filter((part) => part !== '').join('\n'),
    line.verdict !== null && !line.inForce ? `${decision}\n(${w.outdated})` : decision,
    [line.versionNumber === null ? '' : String(line.versionNumber), line.hash ? fingerprintOf(line.hash) : '']
      .filter(Boolean)
      .join('\n'),
    line.at ?? '',
    line.comment ?? '',
  ];
}
