/** Something wrong in an imported file. `line` is 1-based in the file's text, null where no line can be named. */
export interface FormatProblem {
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  readonly line: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Errors that refuse the whole file: nothing of it may be imported. */
const stoppingCodes = [
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_BINARY',
  'FORMAT_UNKNOWN',
  'NOT_CLIENT_BANK',
  'TRUNCATED',
  'XML_DOCTYPE',
  'XML_MALFORMED',
  'XML_TRUNCATED',
  'XML_TOO_DEEP',
  'XML_TOO_MANY_NODES',
  'WRONG_KND',
  'NOT_FNS_FILE',
  'STRUCTURE_MISSING',
  'DOCUMENT_NUMBER_MISSING',
  'DOCUMENT_DATE_UNREADABLE',
] as const;

/** Errors that refuse one document or one line of the table; the rest of the file goes on. */
const refusingCodes = [
  'DOCUMENT_NOT_CLOSED',
  'DATE_MISSING',
  'DATE_UNREADABLE',
  'SUM_MISSING',
  'SUM_UNREADABLE',
  'SUM_NEGATIVE',
  'DIRECTION_UNKNOWN',
  'LINE_SUM_UNREADABLE',
  'FIELD_REQUIRED',
] as const;

const warningCodes = [
  'ENCODING_DIFFERS',
  'TEXT_DAMAGED',
  'VERSION_MISSING',
  'VERSION_UNKNOWN',
  'END_MISSING',
  'CONTENT_AFTER_END',
  'KEY_UNKNOWN',
  'KEY_REPEATED',
  'LINE_WITHOUT_KEY',
  'LINE_OUTSIDE_SECTION',
  'LINE_TOO_LONG',
  'LINES_GLUED',
  'ACCOUNT_NOT_CLOSED',
  'DOCUMENT_KIND_MISSING',
  'NUMBER_MISSING',
  'VALUE_UNREADABLE',
  'NO_DOCUMENTS',
  'BALANCE_DIFFERS',
  'BALANCE_CHAIN_BROKEN',
  'TURNOVER_IN_DIFFERS',
  'TURNOVER_OUT_DIFFERS',
  'DATE_OUTSIDE_PERIOD',
  'OWN_ACCOUNT_NOT_IN_DOCUMENT',
  'INN_FROM_NAME',
  'INN_MISSING',
  'REQUISITE_WRONG',
  'SUM_ZERO',
  'DUPLICATE_DOCUMENT',
  'PURPOSE_TOO_LONG',
  'PARTY_NOT_OURS',
  'FIELD_CUT',
  'FILE_NAME_DIFFERS',
  'CURRENCY_MISSING',
  'LINE_VAT_DIFFERS',
  'LINE_TOTAL_DIFFERS',
  'LINE_PRICE_DIFFERS',
  'TOTAL_DIFFERS',
  'VAT_RATE_UNKNOWN',
  'FUNCTION_UNKNOWN',
  'ENTITY_UNKNOWN',
  'PARTY_MISSING',
  'PROBLEMS_OMITTED',
] as const;

/** Every code, for the dictionaries that word them. */
export const problemCodes = [...stoppingCodes, ...refusingCodes, ...warningCodes] as const;

export type ProblemCode = (typeof problemCodes)[number];

const stopping = new Set<string>(stoppingCodes);

/** A file of a million wrong lines must not become a million messages. */
export const PROBLEM_LIMIT = 1_000;

type Params = Record<string, string | number>;

/**
 * Collects problems of one file in order of discovery. `once` folds repetitions of the same code and value into the
 * first with `times` counting them.
 */
export interface ProblemList {
  error(code: ProblemCode, line: number | null, params?: Params): void;
  warn(code: ProblemCode, line: number | null, params?: Params): void;
  once(key: string, code: ProblemCode, line: number | null, params?: Params): void;
  readonly stopped: boolean;
  /** In order of lines, whole-file problems last. */
  finish(): FormatProblem[];
}

const shortened = (params: Params): Params => {
  const short: Params = {};
  // A value of ten megabytes must not travel inside its own complaint.
  for (const [name, value] of Object.entries(params)) {
    short[name] = typeof value === 'string' && value.length > 200 ? `${value.slice(0, 200)}…` : value;
  }
  return short;
};

export const problemList = (): ProblemList => {
  const found: { severity: 'error' | 'warning'; code: ProblemCode; line: number | null; params: Params }[] = [];
  const repeated = new Map<string, Params>();
  let omitted = 0;
  let stopped = false;

  const add = (
    severity: 'error' | 'warning',
    code: ProblemCode,
    line: number | null,
    params: Params,
  ): Params | null => {
    if (stopping.has(code)) stopped = true;
    if (found.length >= PROBLEM_LIMIT && !stopping.has(code)) {
      omitted += 1;
      return null;
    }
    const kept = shortened(params);
    found.push({ severity, code, line, params: kept });
    return kept;
  };

  return {
    error: (code, line, params = {}) => void add('error', code, line, params),
    warn: (code, line, params = {}) => void add('warning', code, line, params),
    once: (key, code, line, params = {}) => {
      const known = repeated.get(`${code} ${key}`);
      if (known) {
        known['times'] = Number(known['times']) + 1;
        return;
      }
      const kept = add('warning', code, line, { ...params, times: 1 });
      if (kept) repeated.set(`${code} ${key}`, kept);
    },
    get stopped() {
      return stopped;
    },
    finish: () => {
      if (omitted > 0) found.push({ severity: 'warning', code: 'PROBLEMS_OMITTED', line: null, params: { omitted } });
      const place = (line: number | null) => line ?? Number.MAX_SAFE_INTEGER;
      return found.toSorted((a, b) => place(a.line) - place(b.line));
    },
  };
};
