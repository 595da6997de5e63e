import { ownAccounts, type PaymentSide, paymentKey, paymentSide } from '#shared/formats/client-bank/payment-side.ts';
import type { BankDocument, BankParty, ClientBankFile } from '#shared/formats/client-bank/records.ts';
import { vatInPurpose } from '#shared/formats/client-bank/vat-in-purpose.ts';
import type { ImportPlan, PlanContext, PlanDocument, PlanParty } from '#shared/formats/import-plan.ts';
import { boundedKey, type Clamp, clampTo } from '#shared/formats/plan/clamp.ts';
import { currencyOfAccount, type PartyFacts, PartyRegistry, planParty } from '#shared/formats/plan/parties.ts';
import { problemList } from '#shared/formats/problem.ts';

const factsOf = (party: BankParty, ownAccount: string | null = null): PartyFacts => ({
  kind: null,
  name: party.name,
  inn: party.inn,
  kpp: party.kpp,
  ogrn: null,
  address: null,
  phone: null,
  email: null,
  account: ownAccount ?? party.account,
  bik: party.bik,
  bankName: [party.bankName, party.bankCity].filter((part) => part).join(', ') || null,
  corrAccount: party.corrAccount,
});

/** The format's own names for what has no field of its own in a document. */
const detailsOf = (document: BankDocument, clamp: Clamp): Record<string, string> => {
  const { budget } = document;
  const pairs: [string, string | null | undefined][] = [
    ['СекцияДокумент', document.kind],
    ['ВидОплаты', document.operationCode],
    ['ВидПлатежа', document.paymentKind],
    ['Очередность', document.priority],
    ['Код', document.uin === '0' ? null : document.uin],
    ['КодНазПлатежа', document.purposeCode],
    ['КвитанцияСодержание', document.receiptText],
    ['СтатусСоставителя', budget?.status],
    ['ПоказательКБК', budget?.kbk],
    ['ОКАТО', budget?.oktmo],
    ['ПоказательОснования', budget?.basis],
    ['ПоказательПериода', budget?.period],
    ['ПоказательНомера', budget?.number],
    ['ПоказательДаты', budget?.date],
    ['ПоказательТипа', budget?.type],
    ...Object.entries(document.other),
  ];
  const kept = pairs.flatMap(([name, value]) =>
    value ? [[name.slice(0, 60), clamp('detail', value, document.line)] as const] : [],
  );
  return Object.fromEntries(kept);
};

interface Sided {
  readonly document: BankDocument;
  readonly side: PaymentSide;
  /** Ordinal among different documents of one identity: two equal commissions of one day are two payments. */
  readonly ordinal: number;
}

const sidesOf = (file: ClientBankFile): Sided[] => {
  const own = ownAccounts(file);
  const seen = new Map<string, number>();
  return file.documents.flatMap((document) => {
    const side = paymentSide(document, own);
    if (side === null || document.repeats !== null) return [];
    const key = paymentKey(document, side);
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return [{ document, side, ordinal }];
  });
};

const sideParties = ({ document, side }: Sided): { own: BankParty; other: BankParty } =>
  side.direction === 'in'
    ? { own: document.recipient, other: document.payer }
    : { own: document.payer, other: document.recipient };

const planDocument = (sided: Sided, registry: PartyRegistry, clamp: Clamp, statement: boolean): PlanDocument => {
  const { document, side, ordinal } = sided;
  const { own, other } = sideParties(sided);
  const between = side.direction === 'own';
  const { line } = document;
  registry.account(factsOf(own, side.ownAccount), null, line);
  if (between) registry.account(factsOf(other), null, line);
  const counterpartyRef = between ? null : registry.counterparty(factsOf(other), line);
  const key = paymentKey(document, side);
  const moved = side.direction === 'in' ? document.receivedOn : document.writtenOffOn;
  const subject = document.purpose ?? document.kind ?? '';
  return {
    key: boundedKey(ordinal === 1 ? key : `${key}#${ordinal}`),
    kind: side.direction === 'in' ? 'payment_in' : 'payment_out',
    direction: side.direction,
    number: clamp('number', document.number, line),
    date: document.date,
    amount: document.sum,
    vatAmount: vatInPurpose(document.purpose ?? '')?.sum ?? null,
    currency: currencyOfAccount(side.ownAccount ?? own.account),
    counterpartyRef,
    ownAccount: side.ownAccount,
    counterpartyAccount: other.account,
    // In a statement a document without a date of its own was moved on the date of the document.
    executedOn: moved ?? document.writtenOffOn ?? document.receivedOn ?? (statement ? document.date : null),
    dueDate: document.dueOn,
    subject: clamp('subject', subject, line),
    lines: [],
    basis: [],
    details: detailsOf(document, clamp),
    line,
  };
};

/** Our side as the documents name it: of several spellings the one with most codes. */
const ownParty = (sided: readonly Sided[], clamp: Clamp): PlanParty | null => {
  let best: { facts: PartyFacts; line: number; score: number } | null = null;
  for (const each of sided) {
    const facts = factsOf(sideParties(each).own, each.side.ownAccount);
    const score = (facts.inn ? 4 : 0) + (facts.kpp ? 2 : 0) + (facts.name ? 1 : 0);
    if (score > (best?.score ?? 0)) best = { facts, line: each.document.line, score };
    if (score === 7) break;
  }
  return best ? planParty(best.facts, best.line, clamp) : null;
};

/** Maps a bank file to a plan: what stands on РасчСчет is ours, the other side of each document is the counterparty. */
export const planClientBank = (file: ClientBankFile, context: PlanContext): ImportPlan => {
  const problems = problemList();
  const clamp = clampTo(problems);
  const sided = file.stopped ? [] : sidesOf(file);
  const registry = new PartyRegistry(
    clamp,
    sided.map((each) => factsOf(sideParties(each).other)),
  );
  const documents = sided.map((each) => planDocument(each, registry, clamp, file.purpose === 'statement'));
  const own = ownParty(sided, clamp);
  if (own?.inn && context.ownInns.length > 0 && !context.ownInns.includes(own.inn)) {
    problems.warn('PARTY_NOT_OURS', null, { inn: own.inn, name: own.fullName });
  }
  const accounts = [...ownAccounts(file)].toSorted();
  if (!file.stopped) {
    // An account without a document is still an account of ours; with one it was registered with its bank.
    const bank = { ...factsOf(emptyParty), inn: own?.inn ?? null };
    for (const account of accounts) registry.account({ ...bank, account }, null, 1);
  }
  const { header } = file;
  const key = ['statement', file.purpose, ...accounts, header.periodFrom ?? '', header.periodTo ?? ''].join(':');
  return {
    source: {
      format: 'client-bank',
      version: header.version,
      key: file.stopped ? null : boundedKey(key),
      fileHash: context.fileHash,
      fileName: context.fileName,
      fileId: null,
    },
    own,
    counterparties: registry.counterparties(),
    accounts: registry.accounts(),
    documents,
    balances: file.stopped ? [] : file.sections.map(({ line: _line, lines: _lines, ...balance }) => balance),
    acceptance: null,
    problems: [...file.problems, ...problems.finish()],
    stopped: file.stopped,
  };
};

const emptyParty: BankParty = {
  account: null,
  settlementAccount: null,
  inn: null,
  kpp: null,
  name: null,
  nameLines: [],
  bankName: null,
  bankCity: null,
  bik: null,
  corrAccount: null,
};
