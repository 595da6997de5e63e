import { expect, test } from 'vitest';
import { decodeText, kindOfBytes, previewKind } from '#renderer/pages/files/kinds.ts';

test('a file is shown by type and name, never when it may carry scripts', () => {
  expect(previewKind('application/octet-stream', 'Акт.PDF')).toBe('pdf');
  expect(previewKind('image/jpeg', 'скан.jpg')).toBe('image');
  expect(previewKind('text/plain; charset=utf-8', 'kl_to_1c.txt')).toBe('text');
  expect(previewKind('application/octet-stream', 'Договор.docx')).toBe('docx');
  expect(previewKind('image/svg+xml', 'a.svg')).toBe('none');
  expect(previewKind('text/html', 'a.html')).toBe('none');
  expect(previewKind('text/plain', 'a.html')).toBe('none');
  expect(previewKind('application/zip', 'a.zip')).toBe('none');
  expect(previewKind('application/octet-stream', 'Смета.XLSX')).toBe('sheet');
  expect(previewKind('message/rfc822', 'письмо')).toBe('mail');
});

test('the first bytes win over a name that promises something else', () => {
  const head = (text: string) => new TextEncoder().encode(text);
  expect(kindOfBytes(head('%PDF-1.7'), previewKind('', 'Счёт.doc'))).toBe('pdf');
  expect(kindOfBytes(head('{\\rtf1\\ansi'), previewKind('', 'Акт.doc'))).toBe('rtf');
  expect(kindOfBytes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), previewKind('', 'Акт.doc'))).toBe('none');
  expect(kindOfBytes(head('PK\u0003\u0004'), 'docx')).toBe('docx');
});

/** Words in an alphabet of one byte a letter, made by asking which byte reads as which letter. */
function encoded(text: string, label: string): Uint8Array {
  const letters = new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text], (letter) => letters.indexOf(letter));
}

test.each(['windows-1251', 'koi8-r', 'ibm866'])('a text without a word about its alphabet is read in %s', (label) => {
  const text = 'Счёт на оплату № 5 от 12 марта. Поставщик: ООО «Ромашка», ИНН 7707083893.'.replace(/[№«»]/g, '"');
  expect(decodeText(encoded(text, label))).toBe(text);
  expect(decodeText(encoded('ПРИКАЗ О НАЗНАЧЕНИИ ОТВЕТСТВЕННОГО', label))).toBe('ПРИКАЗ О НАЗНАЧЕНИИ ОТВЕТСТВЕННОГО');
});

test('a text is read in its own encoding', () => {
  expect(decodeText(new TextEncoder().encode('Счёт № 5'))).toBe('Счёт № 5');
  expect(decodeText(Uint8Array.from([0xd1, 0xf7, 0xb8, 0xf2]))).toBe('Счёт');
  const dos = Uint8Array.from([...Buffer.from('Encoding=cp866\n'), 0x91, 0xe7]);
  expect(decodeText(dos)).toContain('Сч');
  // Cut in the middle of the last letter.
  expect(decodeText(new TextEncoder().encode('Счёт').subarray(0, 7))).toBe('Счё');
});
