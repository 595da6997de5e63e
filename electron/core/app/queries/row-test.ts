/** A row passes when `allowed[codes[rid]]` is 1. */
export interface RowTest {
  codes: Uint32Array | Uint8Array;
  allowed: Uint8Array;
}

/** Passes whoever the other refuses; a row without a value too. */
export const not = ({ codes, allowed }: RowTest): RowTest => ({
  codes,
  allowed: allowed.map((one) => (one === 1 ? 0 : 1)),
});

export const both = (one: RowTest, other: RowTest): RowTest => joinTests([one, other], 'all');

/** Several tests as one: all of them hold, or any. No test at all refuses nobody. */
export function joinTests(tests: readonly RowTest[], join: 'all' | 'any'): RowTest {
  const [only] = tests;
  if (only && tests.length === 1) return only;
  const codes = new Uint8Array(Math.max(1, ...tests.map((test) => test.codes.length)));
  // The first test that says so decides: a refusal of «all», a consent of «any».
  const decisive = join === 'any' ? 1 : 0;
  for (let rid = 0; rid < codes.length; rid += 1) {
    let passes = tests.length === 0 ? 1 : 1 - decisive;
    for (const { codes: own, allowed } of tests) {
      if ((allowed[own[rid] ?? 0] === 1 ? 1 : 0) !== decisive) continue;
      passes = decisive;
      break;
    }
    codes[rid] = passes;
  }
  return { codes, allowed: Uint8Array.of(0, 1) };
}
