import type { AccountFields, DraftingInput, Signer } from '#electron/core/jobs/drafting/drafting-input.ts';
import type { TagEntry, TagTree, TagValue } from '#electron/core/jobs/drafting/tag-tree.ts';
import { fullCompanyName, shortCompanyName, splitLegalForm } from '#shared/lib/words/legal-forms.ts';
import { declinePersonName, genderOfName, type NameGender, nameWithInitials } from '#shared/lib/words/names.ts';
import { declinePosition, positionInside } from '#shared/lib/words/positions.ts';

export const text = (names: TagEntry['names'], value: string | null | undefined): TagEntry => ({
  names,
  value: { type: 'text', text: value ?? null },
});
export const flag = (names: TagEntry['names'], on: boolean): TagEntry => ({ names, value: { type: 'flag', on } });
export const entry = (names: TagEntry['names'], value: TagValue): TagEntry => ({ names, value });

interface PartyNames {
  short: string | null;
  full: string | null;
  /** An entrepreneur or another person signs as themselves. */
  person: NameGender | 'unknown' | null;
}

/** The company itself: «АО «Северный путь»» is both its name and its short name. */
export function organizationTags(input: DraftingInput): TagTree {
  const { organization } = input;
  const parts = splitLegalForm(organization.name);
  const full = organization.fullName || fullCompanyName(parts.form, parts.name);
  const short = shortCompanyName(parts.form, parts.name);
  return [
    ...requisites(organization),
    ...partyTags({ short, full, person: null }, input.organizationSigner, input.organizationAccounts),
  ];
}

export function counterpartyTags(input: DraftingInput): TagTree {
  const row = input.counterparty;
  const split = row ? splitLegalForm(row.name) : { form: null, name: '' };
  const form = row?.legalForm ?? split.form;
  const isPerson = row?.kind === 'entrepreneur' || row?.kind === 'person';
  const names: PartyNames = {
    short: row ? shortCompanyName(form, split.name) : null,
    full: row ? row.fullName || fullCompanyName(form, split.name) : null,
    person: isPerson ? (genderOfName(split.name) ?? 'unknown') : null,
  };
  // An entrepreneur needs no signer of their own row: the name is the signer's.
  const self = isPerson && row ? { name: split.name, position: '', basis: '' } : null;
  return [
    ...requisites(row),
    text(['Телефон', 'Phone'], row?.phone),
    text(['Почта', 'Электронная почта', 'Email'], row?.email),
    flag(['Предприниматель', 'Entrepreneur'], row?.kind === 'entrepreneur'),
    flag(['Физическое лицо', 'Person'], row?.kind === 'person'),
    flag(['Юридическое лицо', 'Legal entity'], row?.kind === 'legal'),
    flag(['Иностранная организация', 'Foreign'], row?.kind === 'foreign'),
    ...partyTags(names, input.counterpartySigner ?? self, input.counterpartyAccounts),
  ];
}

function requisites(
  row: { inn: string | null; kpp: string | null; ogrn: string | null; address: string | null } | null,
): TagTree {
  return [
    text(['ИНН', 'INN'], row?.inn),
    text(['КПП', 'KPP'], row?.kpp),
    text(['ОГРН', 'ОГРНИП', 'OGRN'], row?.ogrn),
    text(['Адрес', 'Address'], row?.address),
  ];
}

function partyTags(names: PartyNames, signer: Signer | null, accounts: readonly AccountFields[]): TagTree {
  const gender = signer ? (signer.gender ?? genderOfName(signer.name)) : null;
  return [
    text(['Название', 'Краткое название', 'Short name', 'Name'], names.short),
    text(['Полное название', 'Полное имя', 'Полное наименование', 'Full name'], names.full),
    text(['Именуемое', 'Named'], namedAs(names.person)),
    entry(['Директор', 'Подписант', 'Руководитель', 'Signer', 'Director'], {
      type: 'person',
      name: signer?.name ?? null,
      gender,
    }),
    entry(['Должность', 'Должность директора', 'Должность подписанта', 'Position'], {
      type: 'position',
      text: signer?.position ?? null,
    }),
    text(['Основание', 'Basis'], signer?.basis),
    text(['В лице', 'Represented by'], representedBy(names, signer, gender)),
    text(['Подпись', 'Signature'], signer ? nameWithInitials(signer.name) : null),
    ...accountTags(accounts[0]),
    entry(['Счета', 'Accounts'], { type: 'list', items: accounts.map(accountTags), shape: accountTags(undefined) }),
  ];
}

function accountTags(account: AccountFields | undefined): TagTree {
  return [
    text(['Расчётный счёт', 'Счёт', 'Account'], account?.account),
    text(['Банк', 'Bank'], account?.bankName),
    text(['БИК', 'BIC'], account?.bik),
    text(['Корреспондентский счёт', 'Корсчёт', 'Correspondent account'], account?.corrAccount),
    text(['Валюта счёта', 'Account currency'], account?.currency),
  ];
}

const byGender = (gender: NameGender | null, male: string, female: string, either: string): string =>
  gender === 'male' ? male : gender === 'female' ? female : either;

/** «именуемое» of a company, «именуемый» or «именуемая» of a person. */
const namedAs = (person: PartyNames['person']): string =>
  person === null
    ? 'именуемое'
    : byGender(person === 'unknown' ? null : person, 'именуемый', 'именуемая', 'именуемый(-ая)');

/** «в лице генерального директора Ярцева Михаила Юрьевича, действующего на основании Устава». */
function representedBy(names: PartyNames, signer: Signer | null, gender: NameGender | null): string | null {
  if (!signer) return null;
  const basis = signer.basis || '________';
  if (names.person !== null && signer.position === '')
    return `${byGender(gender, 'действующий', 'действующая', 'действующий(-ая)')} от своего имени`;
  const post = positionInside(declinePosition(signer.position, 'genitive'));
  const name = declinePersonName(signer.name, 'genitive', gender);
  const acting = byGender(gender, 'действующего', 'действующей', 'действующего(-ей)');
  return `в лице ${[post, name].filter((part) => part !== '').join(' ')}, ${acting} на основании ${basis}`;
}
