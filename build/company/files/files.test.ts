import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '#build/company/attachments.ts';
import { collectFiles, demoFiles } from '#build/company/files/demo-files.ts';
import { widthOf } from '#build/company/files/typeface.ts';
import { generateCompany } from '#build/company/generate.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const options = { seed: 1, documents: 400, today: '2026-05-13', now: Date.UTC(2026, 4, 13, 11, 3) };
const { filesOf, files } = collectFiles();
const started = performance.now();
const rows = [...generateCompany({ ...options, filesOf })];
const took = performance.now() - started;
const attachments = rows
  .filter(({ entity }) => entity === 'attachment')
  .map(({ row }) => row as RowOf<'attachment'> & AnyRow);
const documents = new Map(
  rows.filter(({ entity }) => entity === 'document').map(({ row }) => [row.id, row as RowOf<'document'> & AnyRow]),
);

const textOf = async (bytes: Uint8Array): Promise<{ pages: number; text: string }> => {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  let text = '';
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join(' ');
  }
  const pages = pdf.numPages;
  await task.destroy();
  return { pages, text: text.replaceAll(/\s+/g, ' ') };
};

describe('files of the demo company', () => {
  it('belong to about every second document, are small together, and each is what its row says', () => {
    const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    console.log(`${files.size} files, ${(size / 1e6).toFixed(1)} MB, made with all rows in ${Math.round(took)} ms`);
    expect(size).toBeLessThan(15e6);
    expect(new Set(attachments.map((row) => row.documentId)).size).toBeGreaterThan(160);
    for (const { sha256, size: told, verifiedAt } of attachments) {
      const bytes = files.get(sha256) as Uint8Array;
      expect(sha256Of(bytes)).toBe(sha256);
      expect(bytes.length).toBe(told);
      expect(verifiedAt).not.toBeNull();
    }
  });

  it('are the same bytes every time, each given once', () => {
    const again = [...demoFiles(options)];
    expect(again.map((file) => file.sha256)).toEqual([...new Set(attachments.map((row) => row.sha256))]);
    for (const { sha256, bytes } of again) expect(sha256Of(bytes)).toBe(sha256);
  });

  it('leave the rest of the company as it is without them', () => {
    const isDocument = ({ entity }: { entity: string }) => entity === 'document';
    expect(rows.filter(isDocument)).toEqual([...generateCompany(options)].filter(isDocument));
  });

  it('are PDFs with searchable text that tells the subject and the amount of the card', async () => {
    const papers = attachments.filter((row) => row.mime === 'application/pdf');
    const kinds = new Set<string>();
    for (const paper of papers) {
      const document = documents.get(paper.documentId) as RowOf<'document'>;
      if (kinds.has(document.kind)) continue;
      kinds.add(document.kind);
      const { pages, text } = await textOf(files.get(paper.sha256) as Uint8Array);
      expect(pages).toBeLessThanOrEqual(2);
      if (['invoice', 'act', 'upd', 'vat_invoice'].includes(document.kind)) {
        const roubles = String(Math.floor((document.amount ?? 0) / 100));
        expect(text.replaceAll(/[\s\u00a0]/g, '')).toContain(`${roubles},`);
      } else {
        expect(text.replaceAll(' ', '')).toContain(document.subject.replaceAll(' ', ''));
      }
    }
    expect(kinds.size).toBeGreaterThanOrEqual(11);
  });

  it('are PNG scans whose pixels unpack and are mostly paper', () => {
    const scan = attachments.find((row) => row.mime === 'image/png');
    const bytes = Buffer.from(files.get(scan?.sha256 ?? '') as Uint8Array);
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    const length = bytes.readUInt32BE(33);
    const pixels = inflateSync(bytes.subarray(41, 41 + length));
    expect(pixels).toHaveLength((width + 1) * height);
    const dark = pixels.filter((value) => value > 0 && value < 128).length / pixels.length;
    expect(dark).toBeGreaterThan(0.005);
    expect(dark).toBeLessThan(0.2);
  });
});

describe('the typeface', () => {
  it('knows Cyrillic, №, ₽ and quotes', () => {
    for (const character of 'ЖфёЁ№₽«»—') expect(widthOf(character, 10, 'regular')).toBeGreaterThan(2);
    expect(widthOf('Жёлтый', 20, 'bold')).toBeCloseTo(widthOf('Жёлтый', 10, 'bold') * 2);
  });
});
