import { clientBankSteps, type ParseProgress } from '#shared/formats/client-bank/parse.ts';
import { detectFormat, type FileKind } from '#shared/formats/detect.ts';
import type { TextEncodingName } from '#shared/formats/encoding-name.ts';
import type { ImportPlan, PlanContext } from '#shared/formats/import-plan.ts';
import { planClientBank } from '#shared/formats/plan/plan-client-bank.ts';
import { planUniversalTransfer } from '#shared/formats/plan/plan-universal-transfer.ts';
import { type ProblemCode, problemList } from '#shared/formats/problem.ts';
import { parseUniversalTransfer } from '#shared/formats/universal-transfer/parse.ts';

export interface PlanInput extends PlanContext {
  readonly kind: FileKind;
  /** Null where the bytes are no text. */
  readonly text: string | null;
  readonly encoding?: TextEncodingName;
  readonly declaredMismatch?: string;
  readonly damaged?: boolean;
}

/** A plan that imports nothing and says why. */
export const refusedPlan = (
  code: ProblemCode,
  context: PlanContext,
  params: Record<string, string | number> = {},
): ImportPlan => {
  const problems = problemList();
  problems.error(code, null, params);
  return {
    source: {
      format: null,
      version: null,
      key: null,
      fileHash: context.fileHash,
      fileName: context.fileName,
      fileId: null,
    },
    own: null,
    counterparties: [],
    accounts: [],
    documents: [],
    balances: [],
    acceptance: null,
    problems: problems.finish(),
    stopped: true,
  };
};

/**
 * From a decoded file to a plan, in steps: yields progress in characters, returns the plan. Stopping to ask cancels it.
 * Never throws; a file of no known format gives a stopped plan.
 */
export function* planFileSteps(input: PlanInput): Generator<ParseProgress, ImportPlan, void> {
  const { text, encoding, damaged } = input;
  const detected = detectFormat(input.kind, text);
  if (detected.format === 'empty') return refusedPlan('FILE_EMPTY', input);
  if (detected.format === 'attachment' || text === null) {
    const code = input.kind === 'binary' ? 'FILE_BINARY' : 'FORMAT_UNKNOWN';
    return refusedPlan(code, input, { kind: input.kind });
  }
  const reading = { ...(encoding === undefined ? {} : { encoding }), ...(damaged === undefined ? {} : { damaged }) };
  // A text of no known kind is most often a bank file with a broken beginning; its parser says so.
  if (detected.format === 'client-bank' || detected.format === 'text') {
    return planClientBank(yield* clientBankSteps(text, reading), input);
  }
  const file = parseUniversalTransfer(text, {
    ...reading,
    ...(input.fileName === null ? {} : { fileName: input.fileName }),
    ...(input.declaredMismatch === undefined ? {} : { declaredEncoding: input.declaredMismatch }),
  });
  return planUniversalTransfer(file, input);
}
