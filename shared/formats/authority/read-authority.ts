import type {
  Authority,
  AuthorityFile,
  AuthorityParty,
  AuthorityPower,
  AuthorityProblem,
  AuthorityProblemCode,
} from '#shared/domain/signature/authority.ts';
import { localName, readHeads, readParties, within } from '#shared/formats/authority/read-party.ts';
import { problemList } from '#shared/formats/problem.ts';
import { readDate } from '#shared/formats/values.ts';
import { attribute, parseXml, type XmlElement } from '#shared/formats/xml/tree.ts';
import type { RequisiteCheck } from '#shared/lib/requisites/check.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';
import { checkOgrn, checkOgrnip } from '#shared/lib/requisites/ogrn.ts';
import { checkSnils } from '#shared/lib/requisites/snils.ts';

/** `yyyy-mm-dd`, also where a program wrote `дд.мм.гггг`; null when it is no day. */
function dayOf(value: string | null): string | null {
  if (value === null) return null;
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  return readDate(match ? `${match[3]}.${match[2]}.${match[1]}` : value);
}

/**
 * Reads a machine-readable power of attorney of the unified form, EMCHD_1 (root Доверенность): a first one (Довер) and one made out under another
 * (Передов). The file's signature covers its exact bytes and is checked apart. Never throws.
 */
export function readAuthority(text: string): AuthorityFile {
  const problems: AuthorityProblem[] = [];
  const found = (code: AuthorityProblemCode, element: XmlElement | null, params: Record<string, string> = {}): void =>
    void problems.push({ code, line: element?.line ?? null, params, requisite: null });
  const ofXml = problemList();
  const root = parseXml(text, ofXml);
  if (!root) {
    const [first] = ofXml.finish();
    problems.push({
      code: 'AUTHORITY_UNREADABLE',
      line: first?.line ?? null,
      params: { cause: first?.code ?? '' },
      requisite: null,
    });
    return { authority: null, problems };
  }
  const body = within(root, 'Довер', 'Передов')[0];
  if (localName(root) !== 'Доверенность' || !body) {
    found('AUTHORITY_OTHER_FILE', root, { root: localName(root) });
    return { authority: null, problems };
  }
  const facts = within(body, 'СвДов', 'СвПереДовер', 'СвПередов')[0] ?? body;
  const number = attribute(facts, 'НомДовер');
  if (number === null) {
    found('AUTHORITY_WITHOUT_NUMBER', facts);
    return { authority: null, problems };
  }
  const given = within(body, 'СвДоверит', 'СвПередПолн', 'СвЛицПередПолн')[0];
  const authority: Authority = {
    number,
    innerNumber: attribute(facts, 'ВнНомДовер'),
    underNumber: attribute(
      within(body, 'СвОснПередПолн', 'СвПервДовер', 'СвОснДовер')[0],
      'НомДоверОсн',
      'НомДовер',
      'НомДоверN',
    ),
    fileId: attribute(root, 'ИдФайл'),
    version: attribute(root, 'ВерсФорм'),
    issuedOn: dayOf(attribute(facts, 'ДатаВыдДовер', 'ДатаНачДейст')),
    expiresOn: dayOf(attribute(facts, 'СрокДейст')),
    principals: readParties(given),
    heads: readHeads(given),
    representatives: within(body, 'СвУпПред').flatMap(readParties),
    powers: within(body, 'СвПолн').flatMap(readPowers),
    register: within(facts, 'СведСист')[0]?.text || attribute(facts, 'СведСист', 'СведСистОтм'),
  };
  if (authority.issuedOn === null || authority.expiresOn === null) found('AUTHORITY_WITHOUT_TERM', facts);
  if (authority.powers.length === 0) found('AUTHORITY_WITHOUT_POWERS', body);
  if (authority.principals.length === 0) found('AUTHORITY_WITHOUT_PRINCIPAL', body);
  if (authority.representatives.length === 0) found('AUTHORITY_WITHOUT_REPRESENTATIVE', body);
  const parties = [...authority.principals, ...authority.heads, ...authority.representatives];
  return { authority, problems: [...problems, ...parties.flatMap(wrongCodes)] };
}

/** Powers by the classifier, or one text for people. */
function readPowers(element: XmlElement): AuthorityPower[] {
  const coded = within(element, 'МашПолн').map((power) => ({
    code: attribute(power, 'КодПолн', 'МнКодПолн'),
    name: attribute(power, 'НаимПолн') ?? power.text,
  }));
  const written = within(element, 'ТекстПолн').map((power) => ({
    code: null,
    name: attribute(power, 'СодПолн', 'ТекстСодПолн') ?? power.text,
  }));
  return [...coded, ...written].filter(({ code, name }) => code !== null || name !== '');
}

function wrongCodes(party: AuthorityParty): AuthorityProblem[] {
  const ogrn = party.kind === 'entrepreneur' ? checkOgrnip : checkOgrn;
  const checks: readonly (readonly [string | null, (value: string) => RequisiteCheck])[] = [
    [party.inn, checkInn],
    [party.ogrn, ogrn],
    [party.snils, checkSnils],
  ];
  return checks.flatMap(([value, check]) => {
    const outcome = value === null ? null : check(value);
    if (value === null || !outcome || outcome.ok) return [];
    return [{ code: 'AUTHORITY_REQUISITE_WRONG', line: null, params: { value }, requisite: outcome.code }];
  });
}

/** Whether it is in force on a day (`yyyy-mm-dd`), by its own term; withdrawal is known to the state's register only. */
export function authorityState(authority: Authority, day: string): 'in-force' | 'not-yet' | 'expired' | 'unknown' {
  if (authority.issuedOn === null || authority.expiresOn === null) return 'unknown';
  if (day < authority.issuedOn) return 'not-yet';
  return day > authority.expiresOn ? 'expired' : 'in-force';
}
