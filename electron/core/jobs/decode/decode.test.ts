import { describe, expect, it } from 'vitest';
import { decodeText } from '#electron/core/jobs/decode/decode.ts';
import { encodeWindows1251 } from '#electron/core/jobs/decode/encode-windows-1251.ts';
import { sniffKind } from '#electron/core/jobs/decode/sniff.ts';
import { XML_MAX_BYTES } from '#shared/formats/limits.ts';
import { cp866, utf8, utf16, windows1251 } from '#tests/fixtures/formats/bytes.ts';
import { statementText } from '#tests/fixtures/formats/client-bank.ts';
import { transferXml } from '#tests/fixtures/formats/universal-transfer.ts';
import { threadTime } from '#tests/support/thread-time.ts';

const withMark = (bytes: Uint8Array) => Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes);

describe('encoding by the bytes', () => {
  const text = statementText();
  const dos = statementText({ encoding: 'DOS' }).replaceAll('№', 'N');

  it.each([
    ['windows-1251', windows1251(text), text, undefined],
    ['utf-8', utf8(text), text, 'Windows'],
    ['utf-8', withMark(utf8(text)), text, 'Windows'],
    ['utf-16le', utf16(text), text, 'Windows'],
    ['ibm866', cp866(dos), dos, undefined],
    ['ibm866', cp866(dos.replace('DOS', 'Windows')), dos.replace('DOS', 'Windows'), 'Windows'],
    ['windows-1251', windows1251(text.replace('Windows', 'windows')), text.replace('Windows', 'windows'), undefined],
  ])('%s bytes of a bank file (%#)', (encoding, bytes, expected, mismatch) => {
    const decoded = decodeText(bytes);
    if (!decoded.ok) throw new Error(decoded.code);
    expect(decoded).toMatchObject({ encoding, kind: 'text', damaged: false });
    expect(decoded.text).toBe(expected);
    expect(decoded.declaredMismatch).toBe(mismatch);
  });

  it('honours an XML declaration where the bytes allow it', () => {
    const declared = (name: string) => transferXml().replace('windows-1251', name);
    const cases: [Uint8Array, string, string | undefined][] = [
      [windows1251(transferXml()), 'windows-1251', undefined],
      [cp866(declared('cp866').replace(/[«»°]/g, '')), 'ibm866', undefined],
      [utf8(declared('utf-8')), 'utf-8', undefined],
      [utf8(transferXml()), 'utf-8', 'windows-1251'],
      [windows1251(declared('utf-8')), 'windows-1251', 'utf-8'],
    ];
    for (const [bytes, encoding, mismatch] of cases) {
      const decoded = decodeText(bytes);
      if (!decoded.ok) throw new Error(decoded.code);
      expect(decoded.kind).toBe('xml');
      expect(decoded.encoding).toBe(encoding);
      expect(decoded.declaredMismatch).toBe(mismatch);
      expect(decoded.text).toContain('СведТов');
    }
  });

  it('reads UTF-8 cut inside a letter, and UTF-8 with a damaged byte, as UTF-8', () => {
    const whole = utf8(text);
    const cut = decodeText(whole.slice(0, whole.indexOf(0xd0, 500) + 1));
    expect(cut).toMatchObject({ ok: true, encoding: 'utf-8', damaged: true });
    const damaged = Uint8Array.from(whole);
    damaged[damaged.indexOf(0xd0, 500)] = 0xff;
    expect(decodeText(damaged)).toMatchObject({ ok: true, encoding: 'utf-8', damaged: true });
  });

  it('refuses a file of 200 MB by its size, before decoding', () => {
    const bytes = new Uint8Array(200 * 1024 * 1024).fill(0x31);
    const { result, milliseconds } = threadTime(() => decodeText(bytes));
    expect(result).toMatchObject({ ok: false, code: 'FILE_TOO_LARGE', params: { bytes: bytes.length } });
    expect(milliseconds).toBeLessThan(1_000);
    const xml = new Uint8Array(XML_MAX_BYTES + 1).fill(0x20);
    xml.set(utf8('<?xml version="1.0"?><a>'));
    expect(decodeText(xml)).toMatchObject({ ok: false, code: 'FILE_TOO_LARGE', params: { limit: XML_MAX_BYTES } });
  });

  it('encodes what windows-1251 has and names what it has not', () => {
    const every = Array.from({ length: 128 }, (_, index) => index + 128).filter((byte) => byte !== 0x98);
    const { bytes, missing } = encodeWindows1251(new TextDecoder('windows-1251').decode(Uint8Array.from(every)));
    expect([...bytes]).toEqual(every);
    expect(missing).toEqual([]);
    expect(encodeWindows1251('ООО «Zürich» 😀').missing).toEqual(['ü', '😀']);
  });
});

describe('kind by the first bytes', () => {
  const zip = (...names: string[]) => utf8(`PK\u0003\u0004${names.join('\u0001')}PK\u0001\u0002`);
  it.each([
    ['empty', new Uint8Array()],
    ['empty', utf8('\uFEFF \r\n')],
    ['empty', utf16(' \r\n')],
    ['text', utf8('1CClientBankExchange')],
    ['text', utf16('1CClientBankExchange')],
    ['text', utf8('BM и другие буквы')],
    ['xml', utf8('\uFEFF\n <a/>')],
    ['xml', utf16('<?xml version="1.0"?><a/>')],
    ['pdf', utf8('%PDF-1.7\n')],
    ['png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['tiff', Uint8Array.of(0x49, 0x49, 0x2a, 0)],
    ['ole', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['rtf', utf8('{\\rtf1')],
    ['docx', zip('[Content_Types].xml', 'word/document2.xml')],
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['zip', zip('word/readme.txt')],
    ['binary', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9)],
    ['binary', Uint8Array.of(0x41, 0x42, 0, 0, 0x43)],
  ])('%s (%#)', (kind, bytes) => expect(sniffKind(bytes)).toBe(kind));
});
