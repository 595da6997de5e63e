import type { TextEncodingName } from '#shared/formats/encoding-name.ts';
import { type ProblemList, problemList } from '#shared/formats/problem.ts';
import { readBuyerTitle } from '#shared/formats/universal-transfer/read-buyer.ts';
import { readSellerTitle } from '#shared/formats/universal-transfer/read-seller.ts';
import type { BuyerTitle, SellerTitle, UniversalTransferFile } from '#shared/formats/universal-transfer/records.ts';
import { attribute, child, parseXml, type XmlElement } from '#shared/formats/xml/tree.ts';

export interface UniversalTransferOptions {
  /** With or without folders and `.xml`; compared with ИдФайл. */
  readonly fileName?: string;
  /** What the XML declaration said and the bytes were not. */
  readonly declaredEncoding?: string;
  readonly encoding?: TextEncodingName;
  readonly damaged?: boolean;
}

const versions = ['5.01', '5.02', '5.03'];

const checkVersion = (root: XmlElement, problems: ProblemList): void => {
  const version = attribute(root, 'ВерсФорм');
  if (version === null) problems.warn('VERSION_MISSING', root.line);
  else if (!versions.includes(version)) problems.warn('VERSION_UNKNOWN', root.line, { version });
};

/** The order asks that the file be called as its ИдФайл; a renamed copy is the same document. */
const checkFileName = (root: XmlElement, fileName: string | undefined, problems: ProblemList): void => {
  const fileId = attribute(root, 'ИдФайл');
  if (fileName === undefined || fileId === null) return;
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.xml$/i, '');
  if (name !== fileId) problems.warn('FILE_NAME_DIFFERS', root.line, { name, fileId });
};

const readRoot = (
  root: XmlElement,
  options: UniversalTransferOptions,
  problems: ProblemList,
): SellerTitle | BuyerTitle | null => {
  const document = child(root, 'Документ');
  if (root.name !== 'Файл' || !document) {
    problems.error('NOT_FNS_FILE', root.line, { root: root.name });
    return null;
  }
  const knd = attribute(document, 'КНД');
  if (knd !== '1115131' && knd !== '1115132') {
    problems.error('WRONG_KND', document.line, { knd: knd ?? '' });
    return null;
  }
  checkVersion(root, problems);
  checkFileName(root, options.fileName, problems);
  return knd === '1115131' ? readSellerTitle(root, document, problems) : readBuyerTitle(root, document, problems);
};

/**
 * Parses a УПД or счёт-фактура of ФНС: КНД 1115131 (seller's title) and 1115132 (buyer's), 5.01–5.03. The type is
 * told by КНД, never by the file's name. Never throws; what is wrong is in `problems`.
 */
export const parseUniversalTransfer = (text: string, options: UniversalTransferOptions = {}): UniversalTransferFile => {
  const problems = problemList();
  if (options.declaredEncoding !== undefined) {
    problems.warn('ENCODING_DIFFERS', 1, { declared: options.declaredEncoding, actual: options.encoding ?? '' });
  }
  if (options.damaged) problems.warn('TEXT_DAMAGED', null);
  const root = parseXml(text, problems);
  const document = root ? readRoot(root, options, problems) : null;
  const { stopped } = problems;
  return { document: stopped ? null : document, problems: problems.finish(), stopped };
};
