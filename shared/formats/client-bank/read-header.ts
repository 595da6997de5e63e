import type { RawBlock } from '#shared/formats/client-bank/raw-block.ts';
import { readOptional } from '#shared/formats/client-bank/read-document.ts';
import type { AccountSection, ClientBankHeader } from '#shared/formats/client-bank/records.ts';
import { encodingByName, type TextEncodingName } from '#shared/formats/encoding-name.ts';
import type { ProblemList } from '#shared/formats/problem.ts';
import { readDate, readKopecks, readTime } from '#shared/formats/values.ts';

const versions = ['1.01', '1.02', '1.03'];

const checkVersion = (raw: RawBlock, problems: ProblemList): void => {
  const version = raw.get('ВерсияФормата');
  if (version === null) problems.warn('VERSION_MISSING', raw.line);
  else if (!versions.includes(version)) problems.warn('VERSION_UNKNOWN', raw.lineOf('ВерсияФормата'), { version });
};

const checkEncoding = (raw: RawBlock, actual: TextEncodingName | undefined, problems: ProblemList): void => {
  const declared = raw.get('Кодировка');
  if (declared === null || actual === undefined || encodingByName(declared) === actual) return;
  problems.warn('ENCODING_DIFFERS', raw.lineOf('Кодировка'), { declared, actual });
};

/** The header; `encoding` is what the bytes were, for comparison with what the file says. */
export const readHeader = (
  raw: RawBlock,
  encoding: TextEncodingName | undefined,
  problems: ProblemList,
): ClientBankHeader => {
  checkVersion(raw, problems);
  checkEncoding(raw, encoding, problems);
  const listed = (key: string) => [...new Set((raw.lists.get(key) ?? []).filter((value) => value))];
  return {
    version: raw.get('ВерсияФормата'),
    declaredEncoding: raw.get('Кодировка'),
    sender: raw.get('Отправитель'),
    receiver: raw.get('Получатель'),
    createdOn: readOptional(raw, 'ДатаСоздания', readDate, problems),
    createdAt: readOptional(raw, 'ВремяСоздания', readTime, problems),
    periodFrom: readOptional(raw, 'ДатаНачала', readDate, problems),
    periodTo: readOptional(raw, 'ДатаКонца', readDate, problems),
    accounts: listed('РасчСчет'),
    documentKinds: listed('Документ'),
  };
};

/** One СекцияРасчСчет. */
export const readSection = (raw: RawBlock, problems: ProblemList): AccountSection => ({
  line: raw.line,
  account: raw.get('РасчСчет'),
  from: readOptional(raw, 'ДатаНачала', readDate, problems),
  to: readOptional(raw, 'ДатаКонца', readDate, problems),
  opening: readOptional(raw, 'НачальныйОстаток', readKopecks, problems),
  received: readOptional(raw, 'ВсегоПоступило', readKopecks, problems),
  spent: readOptional(raw, 'ВсегоСписано', readKopecks, problems),
  closing: readOptional(raw, 'КонечныйОстаток', readKopecks, problems),
  lines: {
    opening: raw.lineOf('НачальныйОстаток'),
    received: raw.lineOf('ВсегоПоступило'),
    spent: raw.lineOf('ВсегоСписано'),
    closing: raw.lineOf('КонечныйОстаток'),
  },
});
