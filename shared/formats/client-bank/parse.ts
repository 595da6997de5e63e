import { checkStatement } from '#shared/formats/client-bank/check-statement.ts';
import { type Marker, markerOf } from '#shared/formats/client-bank/keys.ts';
import { LineReader } from '#shared/formats/client-bank/lines.ts';
import { RawBlock } from '#shared/formats/client-bank/raw-block.ts';
import { readDocument } from '#shared/formats/client-bank/read-document.ts';
import { readHeader, readSection } from '#shared/formats/client-bank/read-header.ts';
import type { AccountSection, BankDocument, ClientBankFile } from '#shared/formats/client-bank/records.ts';
import type { TextEncodingName } from '#shared/formats/encoding-name.ts';
import { CLIENT_BANK_MAX_BYTES, CLIENT_BANK_SIGNATURE } from '#shared/formats/limits.ts';
import { type ProblemList, problemList } from '#shared/formats/problem.ts';

export interface ClientBankOptions {
  /** What the bytes were; compared with `Кодировка`. */
  readonly encoding?: TextEncodingName;
  /** Some bytes could not be decoded. */
  readonly damaged?: boolean;
}

/** How far a parse has come, in characters. */
export interface ParseProgress {
  readonly done: number;
  readonly total: number;
  readonly documents: number;
}

const LINES_PER_STEP = 5_000;

class Parser {
  readonly problems: ProblemList = problemList();
  readonly sections: AccountSection[] = [];
  readonly documents: BankDocument[] = [];
  readonly header: RawBlock;
  #block: RawBlock;
  #ended = false;

  constructor(firstLine: number) {
    this.header = new RawBlock('header', firstLine);
    this.#block = this.header;
  }

  take(line: string, number: number): void {
    const text = line.trim();
    if (!text) return;
    if (this.#ended) {
      this.problems.once('', 'CONTENT_AFTER_END', number, { text: text.slice(0, 100) });
      return;
    }
    const marked = markerOf(text);
    if (marked) this.#mark(marked.marker, marked.rest, number);
    else this.#block.take(text, number, this.problems);
  }

  #mark(marker: Marker, rest: string, number: number): void {
    if (marker === 'document') {
      this.#leave(number);
      this.#block = new RawBlock('document', number, rest.replace(/^=/, '').trim().slice(0, 100) || null);
      return;
    }
    if (marker === 'section') {
      this.#leave(number);
      this.#block = new RawBlock('section', number);
    }
    // «КонецРасчСчетКонечныйОстаток=…»: the glued line belongs to the block that ends.
    if (rest && rest !== '=') {
      this.problems.warn('LINES_GLUED', number, { text: rest.slice(0, 100) });
      if (marker !== 'fileEnd') this.#block.take(rest, number, this.problems);
    }
    if (marker === 'fileEnd') {
      this.#leave(number);
      this.#ended = true;
    } else if (marker === 'sectionEnd') this.#close('section', number);
    else if (marker === 'documentEnd') this.#close('document', number);
  }

  #close(place: 'section' | 'document', number: number): void {
    if (this.#block.place !== place) {
      this.problems.warn('LINE_OUTSIDE_SECTION', number);
      return;
    }
    this.#keep();
  }

  #keep(): void {
    const block = this.#block;
    this.#block = this.header;
    if (block.place === 'section') this.sections.push(readSection(block, this.problems));
    if (block.place !== 'document') return;
    const document = readDocument(block, this.problems);
    if (document) this.documents.push(document);
  }

  /** A new block begins, or the file ends, while one is open: half a document is refused, an account is only a summary. */
  #leave(number: number): void {
    const block = this.#block;
    if (block.place === 'section') {
      this.problems.warn('ACCOUNT_NOT_CLOSED', block.line, { until: number });
      this.#keep();
    } else if (block.place === 'document') {
      this.problems.error('DOCUMENT_NOT_CLOSED', block.line, { until: number, number: block.get('Номер') ?? '' });
      this.#block = this.header;
    }
  }

  /** The text is over. */
  finish(lastLine: number, options: ClientBankOptions): ClientBankFile {
    const { problems } = this;
    const place = this.#block.place;
    if (place !== 'header') problems.error('TRUNCATED', lastLine, { place, begun: this.#block.line });
    else if (!this.#ended) problems.warn('END_MISSING', lastLine);
    if (options.damaged) problems.warn('TEXT_DAMAGED', null);
    const header = readHeader(this.header, options.encoding, problems);
    const purpose =
      this.sections.length > 0 || this.documents.some((each) => each.writtenOffOn !== null || each.receivedOn !== null)
        ? 'statement'
        : 'orders';
    const { stopped } = problems;
    if (this.documents.length === 0 && !stopped) problems.warn('NO_DOCUMENTS', null);
    // Half a statement cannot balance; saying so would hide why.
    const documents = stopped ? this.documents : checkStatement(header, this.sections, this.documents, problems);
    return {
      header,
      sections: this.sections,
      documents,
      purpose,
      problems: problems.finish(),
      stopped,
      lines: lastLine,
    };
  }
}

const refused = (code: 'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'NOT_CLIENT_BANK', params = {}): ClientBankFile => {
  const parser = new Parser(1);
  const problems = problemList();
  problems.error(code, code === 'NOT_CLIENT_BANK' ? 1 : null, params);
  const header = readHeader(parser.header, undefined, problemList());
  return {
    header,
    sections: [],
    documents: [],
    purpose: 'orders',
    problems: problems.finish(),
    stopped: true,
    lines: 0,
  };
};

/**
 * Parses a bank file (1CClientBankExchange 1.01–1.03) in steps: yields progress every few thousand lines, so that a
 * worker can show it and stop by not asking for more. Never throws; what is wrong is in `problems`.
 */
export function* clientBankSteps(
  text: string,
  options: ClientBankOptions = {},
): Generator<ParseProgress, ClientBankFile, void> {
  if (text.length > CLIENT_BANK_MAX_BYTES) {
    return refused('FILE_TOO_LARGE', { bytes: text.length, limit: CLIENT_BANK_MAX_BYTES });
  }
  const reader = new LineReader(text);
  let first = reader.next();
  while (first !== null && first.trim() === '') first = reader.next();
  if (first === null) return refused('FILE_EMPTY');
  if (first.trim().toLowerCase() !== CLIENT_BANK_SIGNATURE.toLowerCase()) {
    return refused('NOT_CLIENT_BANK', { text: first.slice(0, 100) });
  }
  const parser = new Parser(reader.number);
  for (let line = reader.next(); line !== null; line = reader.next()) {
    parser.take(line, reader.number);
    if (reader.number % LINES_PER_STEP === 0) {
      yield { done: reader.position, total: text.length, documents: parser.documents.length };
    }
  }
  return parser.finish(reader.number, options);
}

/** Parses a bank file at once; see `clientBankSteps`. */
export const parseClientBank = (text: string, options: ClientBankOptions = {}): ClientBankFile => {
  const steps = clientBankSteps(text, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};
