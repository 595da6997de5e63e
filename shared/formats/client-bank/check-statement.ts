import { ownAccounts, type PaymentSide, paymentKey, paymentSide } from '#shared/formats/client-bank/payment-side.ts';
import type { AccountSection, BankDocument, ClientBankHeader } from '#shared/formats/client-bank/records.ts';
import type { ProblemList } from '#shared/formats/problem.ts';

interface Turnover {
  received: number;
  spent: number;
}

const checkBalances = (sections: readonly AccountSection[], problems: ProblemList): void => {
  const closings = new Map<string, AccountSection>();
  for (const section of sections) {
    const { account, opening, received, spent, closing } = section;
    if (opening !== null && received !== null && spent !== null && closing !== null) {
      const difference = opening + received - spent - closing;
      const params = { account: account ?? '', opening, received, spent, closing, difference };
      if (difference !== 0) problems.warn('BALANCE_DIFFERS', section.lines.closing, params);
    }
    const before = closings.get(account ?? '');
    if (before?.closing != null && opening !== null && before.closing !== opening) {
      const params = { account: account ?? '', closing: before.closing, opening, difference: opening - before.closing };
      problems.warn('BALANCE_CHAIN_BROKEN', section.lines.opening, params);
    }
    closings.set(account ?? '', section);
  }
};

const checkTurnovers = (
  sections: readonly AccountSection[],
  counted: ReadonlyMap<string, Turnover>,
  problems: ProblemList,
): void => {
  const byAccount = Map.groupBy(sections, (section) => section.account ?? '');
  for (const [account, parts] of byAccount) {
    const first = parts[0];
    for (const side of ['received', 'spent'] as const) {
      let stated: number | null = 0;
      for (const part of parts) stated = stated === null || part[side] === null ? null : stated + part[side];
      const sum = counted.get(account)?.[side] ?? 0;
      if (stated === null || first === undefined || stated === sum) continue;
      const code = side === 'received' ? 'TURNOVER_IN_DIFFERS' : 'TURNOVER_OUT_DIFFERS';
      problems.warn(code, first.lines[side], { account, stated, counted: sum, difference: stated - sum });
    }
  }
};

const checkPeriod = (document: BankDocument, header: ClientBankHeader, problems: ProblemList): void => {
  const { periodFrom: from, periodTo: to } = header;
  const date = document.writtenOffOn ?? document.receivedOn;
  if (date === null || from === null || to === null || (date >= from && date <= to)) return;
  problems.warn('DATE_OUTSIDE_PERIOD', document.line, { number: document.number ?? '', date, from, to });
};

/** Without an ИНН the other side can only be matched by name and account. */
const checkCounterparty = (document: BankDocument, side: PaymentSide | null, problems: ProblemList): void => {
  if (side === null || side.direction === 'own') return;
  const { inn, name, account } = side.direction === 'in' ? document.payer : document.recipient;
  if (inn !== null) return;
  const params = { name: name ?? '', account: account ?? '', number: document.number ?? '' };
  problems.once(`${account} ${name}`, 'INN_MISSING', document.line, params);
};

const equalContent = (a: BankDocument, b: BankDocument): boolean =>
  JSON.stringify({ ...a, line: 0, repeats: null }) === JSON.stringify({ ...b, line: 0, repeats: null });

/** Marks documents that stand in the file twice. Equal in everything: a repetition; equal only in identity: reported, kept. */
const markRepeats = (
  documents: readonly BankDocument[],
  keys: readonly string[],
  problems: ProblemList,
): BankDocument[] => {
  const seen = new Map<string, BankDocument[]>();
  return documents.map((document, index) => {
    const key = keys[index] ?? '';
    const before = seen.get(key);
    if (!before) {
      seen.set(key, [document]);
      return document;
    }
    const equal = before.find((other) => equalContent(other, document));
    const params = { number: document.number ?? '', date: document.date, sum: document.sum };
    const first = equal?.line ?? before[0]?.line ?? 0;
    problems.warn('DUPLICATE_DOCUMENT', document.line, { ...params, first, identical: equal ? 1 : 0 });
    if (!equal) before.push(document);
    return equal ? { ...document, repeats: equal.line } : document;
  });
};

const addTurnover = (turnovers: Map<string, Turnover>, document: BankDocument, side: PaymentSide): void => {
  const add = (account: string | null, key: keyof Turnover) => {
    const turnover = turnovers.get(account ?? '') ?? { received: 0, spent: 0 };
    turnover[key] += document.sum;
    turnovers.set(account ?? '', turnover);
  };
  if (side.direction !== 'in') add(side.ownAccount, 'spent');
  if (side.direction === 'in') add(side.ownAccount, 'received');
  if (side.direction === 'own') add(document.recipient.account, 'received');
};

/**
 * Checks a statement as a whole: opening + in − out = closing, turnovers = documents, dates within the period,
 * repetitions. Returns the documents with repetitions marked.
 */
export const checkStatement = (
  header: ClientBankHeader,
  sections: readonly AccountSection[],
  documents: readonly BankDocument[],
  problems: ProblemList,
): BankDocument[] => {
  const own = ownAccounts({ header, sections });
  const sides = documents.map((document) => paymentSide(document, own));
  const marked = markRepeats(
    documents,
    documents.map((document, index) => paymentKey(document, sides[index] ?? null)),
    problems,
  );
  const turnovers = new Map<string, Turnover>();
  for (const [index, document] of marked.entries()) {
    const side = sides[index] ?? null;
    const params = { payer: document.payer.account ?? '', recipient: document.recipient.account ?? '' };
    if (side === null) problems.error('DIRECTION_UNKNOWN', document.line, { ...params, number: document.number ?? '' });
    else if (!side.byAccount) {
      problems.once(side.direction, 'OWN_ACCOUNT_NOT_IN_DOCUMENT', document.line, {
        ...params,
        direction: side.direction,
      });
    }
    checkPeriod(document, header, problems);
    checkCounterparty(document, side, problems);
    if (side && document.repeats === null) addTurnover(turnovers, document, side);
  }
  checkBalances(sections, problems);
  checkTurnovers(sections, turnovers, problems);
  return marked;
};
