import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Redline, TextBlock } from '#shared/domain/redline.ts';
import { compareBlocks } from '#shared/formats/redline/compare.ts';

/** Fourteen words that follow from a number: texts of different numbers share few of them, as different clauses do. */
function textOf(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 14 }, () => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return `слово${state % 3_000}`;
  }).join(' ');
}

const seed = fc.nat(1_000_000);
const clause = seed.map(textOf);

const documentOf = (texts: readonly string[]): TextBlock[] =>
  texts.map((text, at) => ({ kind: 'clause', number: `1.${at + 1}`, level: 1, text }));

const contract = fc.uniqueArray(clause, { minLength: 3, maxLength: 40 });

const anyBlock = fc.record({
  kind: fc.constantFrom('heading', 'clause', 'paragraph', 'table-row'),
  number: fc.constantFrom('', '1', '1.1', '2', 'а)'),
  level: fc.nat(3),
  text: fc
    .array(fc.constantFrom('цена', 'срок', '10', '—', '|', 'не', '____'), { minLength: 1, maxLength: 6 })
    .map((words) => words.join(' ')),
}) as fc.Arbitrary<TextBlock>;

/** What holds for every comparison, however alike the documents are. */
function checkWhole(
  redline: Omit<Redline, 'milliseconds'>,
  left: readonly TextBlock[],
  right: readonly TextBlock[],
): void {
  const lefts = redline.blocks.flatMap((row) => row.left ?? []);
  const rights = redline.blocks.flatMap((row) => row.right ?? []);
  expect(lefts).toEqual(left.map(({ number, text }, index) => ({ index, number, text })));
  expect(rights).toEqual(right.map(({ number, text }, index) => ({ index, number, text })));
  for (const row of redline.blocks) {
    const kept = (without: 'ins' | 'del') =>
      row.runs
        .filter((run) => run.op !== without)
        .map((run) => run.text)
        .join('');
    expect(kept('ins')).toBe((row.left ?? row.movedFrom)?.text ?? '');
    expect(kept('del')).toBe((row.right ?? row.movedTo)?.text ?? '');
    expect(row.kind === 'moved').toBe(row.movedFrom !== null || row.movedTo !== null);
  }
  const numbers = [...new Set(redline.blocks.flatMap((row) => row.change ?? []))];
  expect(numbers).toEqual(numbers.map((_each, at) => at + 1));
  expect(redline.changes).toBe(numbers.length);
  expect(Object.values(redline.counts).reduce((sum, count) => sum + count, 0)).toBe(numbers.length);
}

test('every block of both sides stands in the rows once and in order; runs spell both texts', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 40 }), fc.array(anyBlock, { maxLength: 40 }), (left, right) => {
      checkWhole(compareBlocks(left, right), left, right);
    }),
    { numRuns: 300 },
  );
});

test('a document compared with itself has no changes, whatever repeats in it', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 60 }), (blocks) => {
      expect(compareBlocks(blocks, blocks).changes).toBe(0);
    }),
    { numRuns: 300 },
  );
});

const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('change', 'delete', 'insert'), text: clause });

test('random edits are found exactly: the edited clauses and no other', () => {
  fc.assert(
    fc.property(contract, fc.array(edit, { maxLength: 6 }), (texts, edits) => {
      const after: { text: string; was: number | null; edited: boolean }[] = texts.map((text, was) => ({
        text,
        was,
        edited: false,
      }));
      const deleted = new Set<number>();
      for (const { at, kind, text } of edits) {
        const place = after[at % Math.max(1, after.length)];
        if (kind === 'insert')
          after.splice(at % (after.length + 1), 0, { text: `${text} вставлено`, was: null, edited: true });
        else if (!place || place.edited || place.was === null) continue;
        else if (kind === 'change') Object.assign(place, { text: `${place.text} и тридцать процентов`, edited: true });
        else {
          deleted.add(place.was);
          after.splice(after.indexOf(place), 1);
        }
      }
      const [left, right] = [documentOf(texts), documentOf(after.map(({ text }) => text))];
      const redline = compareBlocks(left, right);
      checkWhole(redline, left, right);
      const of = (kind: string) => redline.blocks.filter((row) => row.kind === kind);
      const changed = new Set(after.flatMap(({ was, edited }) => (edited && was !== null ? [was] : [])));
      expect(new Set(of('changed').map((row) => row.left?.index))).toEqual(changed);
      expect(new Set(of('deleted').map((row) => row.left?.index))).toEqual(deleted);
      expect(of('inserted').map((row) => row.right?.index)).toEqual(
        after.flatMap(({ was }, at) => (was === null ? [at] : [])),
      );
    }),
    { numRuns: 200 },
  );
});

test('a clause put elsewhere is found as moved, the others stay', () => {
  fc.assert(
    fc.property(contract, fc.nat(), fc.nat(), (texts, from, to) => {
      const [a, b] = [from % texts.length, to % texts.length];
      fc.pre(Math.abs(a - b) > 1);
      const after = [...texts];
      after.splice(b, 0, ...after.splice(a, 1));
      const redline = compareBlocks(documentOf(texts), documentOf(after));
      expect(redline.counts).toMatchObject({ moved: 1, inserted: 0, deleted: 0, changed: 0 });
    }),
    { numRuns: 200 },
  );
});
