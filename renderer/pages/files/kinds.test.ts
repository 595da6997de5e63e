import { expect, test } from 'vitest';
import { decodeText, previewKind } from '#renderer/pages/files/kinds.ts';

test('a file is shown by type and name, never when it may carry scripts', () => {
  expect(previewKind('application/octet-stream', 'Акт.PDF')).toBe('pdf');
  expect(previewKind('image/jpeg', 'скан.jpg')).toBe('image');
  expect(previewKind('text/plain; charset=utf-8', 'kl_to_1c.txt')).toBe('text');
  expect(previewKind('application/octet-stream', 'Договор.docx')).toBe('docx');
  expect(previewKind('image/svg+xml', 'a.svg')).toBe('none');
  expect(previewKind('text/html', 'a.html')).toBe('none');
  expect(previewKind('text/plain', 'a.html')).toBe('none');
  expect(previewKind('application/zip', 'a.zip')).toBe('none');
});

test('a text is read in its own encoding', () => {
  expect(decodeText(new TextEncoder().encode('Счёт № 5'))).toBe('Счёт № 5');
  expect(decodeText(Uint8Array.from([0xd1, 0xf7, 0xb8, 0xf2]))).toBe('Счёт');
  const dos = Uint8Array.from([...Buffer.from('Encoding=cp866\n'), 0x91, 0xe7]);
  expect(decodeText(dos)).toContain('Сч');
  // Cut in the middle of the last letter.
  expect(decodeText(new TextEncoder().encode('Счёт').subarray(0, 7))).toBe('Счё');
});
