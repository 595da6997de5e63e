import { describe, expect, test } from 'vitest';
import { besideKind, namedAfter, withoutSignatureEnding } from '#shared/formats/cms/recognise.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const oid = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const der = Uint8Array.from([0x30, 0x82, 0x04, 0x37, ...oid, 0xa0, 0x82, 0x04, 0x28, 0x30, 0x82, 0x04, 0x24]);
const streamed = Uint8Array.from([0x30, 0x80, ...oid, 0xa0, 0x80, 0x30, 0x80, 0, 0, 0, 0]);
const base64 = Buffer.from(der).toString('base64');
const mchd = '<?xml version="1.0" encoding="windows-1251"?>\r\n<\xc4\xee xmlns="urn://x-artefacts/EMCHD_1">';

describe('a file is known by what it holds', () => {
  test.each([
    ['DER', der],
    ['BER of a program that streams', streamed],
    ['bare base64', bytes(base64)],
    ['PEM', bytes(`-----BEGIN CMS-----\n${base64}\n-----END CMS-----`)],
    ['PEM with Windows lines and a mark of UTF-8', bytes(`\xef\xbb\xbf-----BEGIN PKCS7-----\r\n${base64}`)],
  ])('%s is a signature whatever its name', (_case, head) => {
    expect(besideKind('file.bin', head)).toBe('signature');
  });

  test('a list of certificates signs nothing', () => {
    expect(besideKind('цепочка.p7b', der)).toBeNull();
  });

  test('the unified form of an МЧД is one, another XML is a paper', () => {
    expect(besideKind('доверенность.xml', bytes(mchd))).toBe('authority');
    expect(besideKind('упд.xml', bytes('<?xml version="1.0"?><Файл ВерсФорм="5.03">'))).toBeNull();
  });

  test('papers are papers', () => {
    expect(besideKind('договор.pdf', bytes('%PDF-1.7'))).toBeNull();
    expect(besideKind('ключ.der', Uint8Array.from([0x30, 0x82, 1, 1, 0x02, 1, 0]))).toBeNull();
    expect(besideKind('письмо.txt', bytes('Bytes that are plain words only, long enough'))).toBeNull();
    expect(besideKind('пусто', new Uint8Array())).toBeNull();
  });
});

describe('where the bytes say nothing, the name does', () => {
  test.each(['договор.pdf.sig', 'a.SGN', 'x.p7s', 'x.p7m', 'x.sign'])('%s is a signature', (name) => {
    expect(besideKind(name, bytes('испорчено'))).toBe('signature');
  });

  test('a file opened by its path alone', () => {
    expect(besideKind('ON_EMCHD_20260929_1.xml', new Uint8Array())).toBe('authority');
    expect(besideKind('ON_NSCHFDOPPR_1.xml', new Uint8Array())).toBeNull();
  });
});

describe('the file a signature is called after', () => {
  const names = ['Договор.pdf', 'Договор.docx', 'Спецификация.xlsx'];
  test.each([
    ['Договор.pdf.sig', 0],
    ['договор.PDF.p7s', 0],
    ['Договор.docx (Иванов И. И.).sig', 1],
    ['Спецификация.sgn', 2],
    ['Договор.sig', -1],
    ['подпись.sig', -1],
    ['Договор.pdf', -1],
  ])('%s → %i', (name, place) => {
    expect(namedAfter(name, names)).toBe(place);
  });

  test('the longest name wins, and letters put together or apart are the same', () => {
    expect(namedAfter('акт.pdf.zip.sig', ['акт.pdf', 'акт.pdf.zip'])).toBe(1);
    expect(namedAfter('йод.pdf.sig'.normalize('NFD'), ['йод.pdf'])).toBe(0);
  });

  test('an ending is taken off once', () => {
    expect(withoutSignatureEnding('договор.pdf.sig')).toBe('договор.pdf');
    expect(withoutSignatureEnding('договор.pdf')).toBe('договор.pdf');
  });
});
