import { describe, expect, it } from 'vitest';
import { readImportFile, readImportFileSteps } from '#electron/core/jobs/decode/read-import-file.ts';
import { badFiles } from '#tests/fixtures/formats/bad-files.ts';
import { cp866, utf8, utf16, windows1251 } from '#tests/fixtures/formats/bytes.ts';
import { largeStatement, statementText } from '#tests/fixtures/formats/client-bank.ts';
import { ours } from '#tests/fixtures/formats/requisites.ts';
import { sampleFileId, transferXml } from '#tests/fixtures/formats/universal-transfer.ts';

const read = (bytes: Uint8Array, fileName: string | null = null) =>
  readImportFile({ bytes, fileName, ownInns: [ours.inn] });

describe('a dropped file', () => {
  it('gives the same documents in every encoding it may come in', () => {
    const dos = statementText({ encoding: 'DOS' });
    const plans = [windows1251(statementText()), utf8(statementText()), utf16(statementText()), cp866(dos)].map(
      (bytes) => read(bytes),
    );
    const [first] = plans;
    for (const plan of plans) {
      expect(plan.documents).toEqual(first?.documents);
      expect(plan.counterparties).toEqual(first?.counterparties);
      expect(plan.source.key).toBe(first?.source.key);
    }
    expect(new Set(plans.map((plan) => plan.source.fileHash)).size).toBe(4);
    expect(plans.map((plan) => plan.problems.map((each) => each.code))).toEqual([
      [],
      ['ENCODING_DIFFERS'],
      ['ENCODING_DIFFERS'],
      [],
    ]);
  });

  it('is told by its content, not by its name', () => {
    expect(read(windows1251(transferXml()), `${sampleFileId}.txt.xml`).source.format).toBe('universal-transfer');
    expect(read(windows1251(statementText()), 'ON_NSCHFDOPPR_1.xml').source.format).toBe('client-bank');
  });

  it.each(badFiles().map((file) => [file.name, file] as const))('%s gets the right complaint', (_name, file) => {
    const plan = read(file.bytes, null);
    const found = plan.problems.map((each) => [each.code, each.line]);
    for (const expected of file.expected) expect(found).toContainEqual(expected);
    expect(plan.stopped).toBe(file.stopped);
    if (plan.stopped) expect(plan).toMatchObject({ documents: [], counterparties: [], accounts: [] });
    else expect(plan.documents.length).toBeGreaterThan(0);
  });

  it('can be cancelled between steps', () => {
    const steps = readImportFileSteps({ bytes: windows1251(largeStatement(2_000)), fileName: null, ownInns: [] });
    expect(steps.next()).toMatchObject({ done: false, value: { done: expect.any(Number) } });
    expect(steps.return(undefined as never)).toMatchObject({ done: true });
  });
});
