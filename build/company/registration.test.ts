import { expect, test } from 'vitest';
import { castOf } from '#build/company/contracts/cast.ts';
import { Stage } from '#build/company/contracts/stage.ts';
import { generateCompany } from '#build/company/generate.ts';
import { setUpRegistration } from '#build/company/registration.ts';

const now = Date.UTC(2026, 4, 13, 11, 3);

test('every branch has its journals, which go on where the numbers of its documents end', () => {
  const rows = generateCompany({ seed: 1, documents: 300, today: '2026-05-13', now });
  const stage = new Stage(rows, 1);
  const typed = new Set(stage.of('document').map((one) => one.number ?? ''));
  setUpRegistration(stage, castOf(stage, now, ''), typed);
  const journals = stage.of('journal');
  const branches = stage.of('branch');
  for (const branch of branches)
    expect(journals.filter((one) => one.branchId === branch.id).map((one) => one.index)).toEqual([
      ...['ВХ', 'ИСХ', 'ВН', 'ПР'],
    ]);
  for (const { index, branchId, startsAt } of journals) {
    const code = branches.find((one) => one.id === branchId)?.code;
    const number = (seq: number) => `${index}-${code}/2026-${String(seq).padStart(5, '0')}`;
    expect(typed.has(number(startsAt))).toBe(false);
    expect(startsAt === 1 || typed.has(number(startsAt - 1))).toBe(true);
  }
  expect(journals.some((one) => one.startsAt > 1)).toBe(true);
  expect(stage.of('case_file').length).toBeGreaterThan(5);
});
