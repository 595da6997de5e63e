import { describe, expect, it } from 'vitest';
import { clientBankSteps, parseClientBank } from '#shared/formats/client-bank/parse.ts';
import { CLIENT_BANK_MAX_BYTES, CLIENT_BANK_MAX_VALUE } from '#shared/formats/limits.ts';
import { PROBLEM_LIMIT } from '#shared/formats/problem.ts';
import { largeStatement, statementLines } from '#tests/fixtures/formats/client-bank.ts';
import { threadTime } from '#tests/support/thread-time.ts';

describe('pathological input', () => {
  it('a million lines are read in time that grows no faster than their number', () => {
    const small = threadTime(() => parseClientBank(largeStatement(4_000)));
    const text = largeStatement(40_000);
    const large = threadTime(() => parseClientBank(text));
    const file = large.result;
    expect(file.documents).toHaveLength(40_000);
    expect(file.lines).toBe(1_000_020);
    // Ten times the lines; a quadratic reader would take a hundred times as long.
    expect(large.milliseconds).toBeLessThan(small.milliseconds * 40);
  });

  it('shows progress and can be left at any step', () => {
    const text = largeStatement(2_000);
    const seen: number[] = [];
    for (const { done, total, documents } of clientBankSteps(text)) {
      expect(total).toBe(text.length);
      seen.push(done);
      if (documents > 1_000) break;
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toBeLessThan(text.length);
  });

  it('a value of ten megabytes is cut and named', () => {
    const long = 'п'.repeat(10 * 1024 * 1024);
    const file = parseClientBank(statementLines().with(42, `НазначениеПлатежа=${long}`).join('\n'));
    expect(file.problems).toMatchObject([
      { code: 'LINE_TOO_LONG', line: 43, params: { key: 'НазначениеПлатежа', length: long.length } },
    ]);
    expect(file.documents[0]?.purpose).toHaveLength(CLIENT_BANK_MAX_VALUE);
  });

  it('a line of ten megabytes without a key, and one without any end, are only complaints', () => {
    const file = parseClientBank(
      statementLines()
        .with(5, 'x'.repeat(10 * 1024 * 1024))
        .join('\n'),
    );
    expect(file.problems).toMatchObject([{ code: 'LINE_WITHOUT_KEY', line: 6 }]);
    expect(JSON.stringify(file.problems).length).toBeLessThan(1_000);
    expect(parseClientBank('x'.repeat(10 * 1024 * 1024)).problems).toMatchObject([{ code: 'NOT_CLIENT_BANK' }]);
  });

  it('a hundred thousand wrong lines make a thousand messages and one that counts the rest', () => {
    const wrong = Array.from({ length: 100_000 }, (_, index) => `Ключ${index}=1`);
    const { problems } = parseClientBank(
      statementLines()
        .toSpliced(10, 0, ...wrong)
        .join('\n'),
    );
    expect(problems).toHaveLength(PROBLEM_LIMIT + 1);
    expect(problems.at(-1)).toMatchObject({ code: 'PROBLEMS_OMITTED', params: { omitted: 99_000 } });
  });

  it('a purpose broken into a hundred thousand lines stays bounded', () => {
    const pieces = Array.from({ length: 100_000 }, () => 'и ещё немного слов');
    const { result: file, milliseconds } = threadTime(() =>
      parseClientBank(
        statementLines()
          .toSpliced(43, 0, ...pieces)
          .join('\n'),
      ),
    );
    expect(file.documents[0]?.purpose?.length).toBeLessThanOrEqual(CLIENT_BANK_MAX_VALUE);
    expect(milliseconds).toBeLessThan(10_000);
  });

  it('a text beyond the limit is refused unread', () => {
    const file = parseClientBank('1'.repeat(CLIENT_BANK_MAX_BYTES + 1));
    expect(file.problems).toMatchObject([{ code: 'FILE_TOO_LARGE', params: { limit: CLIENT_BANK_MAX_BYTES } }]);
  });
});
