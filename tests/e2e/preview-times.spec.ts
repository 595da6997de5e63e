import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocument } from '#tests/e2e/pages/deeds.ts';
import { FilePreview } from '#tests/e2e/pages/file-preview.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { largeScan } from '#tests/fixtures/files/large-scan.ts';
import { longPdf } from '#tests/fixtures/files/long-pdf.ts';

/** Measured when asked: OPORA_PREVIEWS=1, with the samples beside the clone. Prints a table. */
const office = join(import.meta.dirname, '../../../shared/data/office');
const isAsked = process.env['OPORA_PREVIEWS'] === '1' && existsSync(office);
// A trace would take more time than what it looks at.
test.use({ trace: 'off', screenshot: 'off' });
const pictures = join(import.meta.dirname, '../../test-results/previews');

// Said here, so that no company is opened for a test that nobody has asked for.
test.skip(!isAsked, 'asked for with OPORA_PREVIEWS=1 and ../shared/data/office');

test('every sample is on view within a second, and nobody waits to type', async ({ moscow }) => {
  test.setTimeout(900_000);
  const { page } = moscow;
  const samples = readdirSync(office, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && !one.name.endsWith('.md'))
    .map((one) => ({ name: one.name, bytes: () => new Uint8Array(readFileSync(join(one.parentPath, one.name))) }));
  const files = [
    ...samples,
    { name: 'long-300.pdf', bytes: () => longPdf(300) },
    { name: 'scan-50mb.png', bytes: () => largeScan() },
  ].filter(({ name }) => new RegExp(process.env['OPORA_PREVIEWS_ONLY'] ?? '.').test(name));
  const frame = new Frame(page);
  const preview = new FilePreview(page);
  await frame.enter('Анна Крылова');
  const id = await makeDocument(page, 'Просмотр образцов');
  await frame.go(`/documents/${id}?tab=files`);
  for (let at = 0; at < files.length; at += 15)
    await preview.attach(files.slice(at, at + 15).map(({ name, bytes }) => ({ name, bytes: bytes() })));
  const slow: string[] = [];
  for (const { name } of files) {
    const { milliseconds, longest, shows } = await preview.measure(name);
    console.log(
      `${String(milliseconds).padStart(6)} ms  longest task ${String(longest).padStart(4)} ms  ${shows.padEnd(8)} ${name}`,
    );
    if (milliseconds > 1_000) slow.push(name);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }
  expect(slow).toEqual([]);
});
