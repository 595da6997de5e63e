import type { ImportedDocument } from '#shared/commands/import-document.ts';
import type { ImportPlan, PlanCounterparty, PlanDocument, PlanParty } from '#shared/formats/import-plan.ts';

interface Place {
  branchId: string;
  responsibleId: string;
  /** The original, byte for byte. */
  file: NonNullable<ImportedDocument['file']>;
}

/** Arguments of `document.import` for every paper of a plan, in the order of the file. */
export function importOrders(plan: ImportPlan, place: Place): ImportedDocument[] {
  const parties = new Map(plan.counterparties.map((one) => [one.ref, one]));
  const { format, version } = plan.source;
  const name = [format, version].filter((part) => part !== null).join(' ');
  return plan.documents.map((document) =>
    order(document, parties.get(document.counterpartyRef ?? ''), plan, place, name),
  );
}

function order(
  document: PlanDocument,
  party: PlanCounterparty | undefined,
  plan: ImportPlan,
  place: Place,
  format: string,
): ImportedDocument {
  const { key, kind, number, date, amount, vatAmount, currency, subject } = document;
  return {
    ...place,
    key,
    format: format.slice(0, 60),
    kind,
    number,
    date,
    amount,
    vatAmount,
    currency,
    subject,
    note: noteOf(document),
    counterparty: party ? formOf(party) : null,
    accounts: accountsOf(document, plan),
    lines: document.lines.map(({ position: _position, ...line }) => line),
  };
}

/** The form of a counterparty as files and tables name it. */
export const formOf = (party: PlanParty): NonNullable<ImportedDocument['counterparty']> => ({
  kind: party.kind,
  name: nameOf(party),
  legalForm: party.legalForm,
  fullName: party.fullName,
  inn: party.inn,
  kpp: party.kpp,
  ogrn: party.ogrn,
  address: party.address,
  phone: party.phone,
  email: party.email,
  note: null,
});

/** As a directory writes it: «Сибирские технологии» with its form apart; a person's or an office's name stands without marks. */
const nameOf = ({ kind, name, legalForm, fullName }: PlanParty): string =>
  kind === 'legal' && legalForm && name && !/["«»]/.test(name) ? `«${name}»` : name || fullName;

/** The accounts that this paper names; one that fails its check is in the report and not in the directory. */
function accountsOf(document: PlanDocument, plan: ImportPlan): ImportedDocument['accounts'] {
  const named = plan.accounts.filter(
    (one) => one.account === document.ownAccount || one.account === document.counterpartyAccount,
  );
  return named
    .filter((one) => one.problem === null)
    .slice(0, 10)
    .map(({ account, bik, bankName, corrAccount, currency, counterpartyRef }) => {
      return { account, bik, bankName, corrAccount, currency, own: counterpartyRef === null };
    });
}

/** What the file says beyond the fields of a card, one line each, under the format's own names. */
function noteOf(document: PlanDocument): string | null {
  const lines = Object.entries(document.details).map(([name, value]) => `${name}: ${value}`);
  return lines.length > 0 ? lines.join('\n').slice(0, 20_000) : null;
}
