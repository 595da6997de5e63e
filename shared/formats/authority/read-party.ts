import type { AuthorityParty } from '#shared/domain/signature/authority.ts';
import { attribute, type XmlElement } from '#shared/formats/xml/tree.ts';

/** The name of an element without the prefix of its namespace. */
export const localName = (element: XmlElement): string => element.name.slice(element.name.indexOf(':') + 1);

/** Every element of the names inside, in reading order; what lies inside of one that was found is left to it. */
export function within(element: XmlElement | null | undefined, ...names: readonly string[]): XmlElement[] {
  if (!element) return [];
  return element.children.flatMap((child) => (names.includes(localName(child)) ? [child] : within(child, ...names)));
}

const digits = (value: string | null): string | null => value?.replace(/[\s-]/g, '') || null;

const companies = ['СвРосОрг', 'СвЮЛ', 'СведОрг', 'СвОрг', 'РосОрг'];
const foreign = ['СвИнОрг', 'ИнОргДовер', 'СвИнОргДовер'];
const entrepreneurs = ['СвИП', 'СведИП', 'ИПДовер'];
const people = ['СвФЛ', 'СведФизЛ', 'ФЛДовер', 'СвФизЛ'];
/** A person inside of one of these acts for the company around it. */
const acting = 'ЛицоБезДов';

/** «Фамилия Имя Отчество» of the first name inside. */
function personName(element: XmlElement): string | null {
  const name = within(element, 'ФИО')[0];
  if (!name) return null;
  const parts = ['Фамилия', 'Имя', 'Отчество'].map((part) => attribute(name, part)).filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : null;
}

function partyOf(element: XmlElement, kind: AuthorityParty['kind']): AuthorityParty {
  const isPerson = kind === 'person' || kind === 'entrepreneur';
  return {
    kind,
    organization: attribute(element, 'НаимОрг', 'НаимИП'),
    person: isPerson ? personName(element) : null,
    position: attribute(element, 'Должность', 'Должн'),
    inn: digits(attribute(element, 'ИННЮЛ', 'ИННФЛ', 'ИНН')),
    kpp: digits(attribute(element, 'КПП')),
    ogrn: digits(attribute(element, 'ОГРН', 'ОГРНИП')),
    snils: digits(attribute(element, 'СНИЛС')),
  };
}

/** Companies, entrepreneurs and people named inside, without those who only act for a company. */
export function readParties(element: XmlElement | null | undefined): AuthorityParty[] {
  if (!element) return [];
  return element.children.flatMap((child) => {
    const name = localName(child);
    if (name === acting) return [];
    const kind = companies.includes(name)
      ? 'legal'
      : foreign.includes(name)
        ? 'foreign'
        : entrepreneurs.includes(name)
          ? 'entrepreneur'
          : people.includes(name)
            ? 'person'
            : null;
    // An element that only wraps the data of somebody has no codes of its own.
    const wraps =
      kind === null ||
      (within(child, ...companies, ...entrepreneurs, ...people).length > 0 &&
        !attribute(child, 'ИННЮЛ', 'ИННФЛ', 'ИНН'));
    return wraps ? readParties(child) : [partyOf(child, kind)];
  });
}

/** Those who act for a principal by its charter. */
export const readHeads = (element: XmlElement | null | undefined): AuthorityParty[] =>
  within(element, acting).flatMap(readParties);
