import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { odtText } from '#shared/formats/rich/odt-text.ts';
import { rtfText } from '#shared/formats/rich/rtf-text.ts';

const decode = (bytes: Uint8Array, codePage: number) => new TextDecoder(`windows-${codePage}`).decode(bytes);
const rtf = (text: string) => rtfText(strToU8(text, true), decode);

test('RTF: letters by code page and by number, without what stands in for them, and without fonts and pictures', () => {
  const words = "\\'cf\\'f0\\u1080\\'3f\\u1082\\'3f\\'e0\\'e7";
  expect(rtf(`{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}\\uc1 ${words}\\par {\\pict ffd8ff}{\\*\\x y}A}`)).toBe(
    'Приказ\nA',
  );
  expect(rtf('{\\rtf1 1\\cell 2\\cell\\row 3\\~4}')).toBe('1\t2\t\n3\u00a04');
  expect(rtf('{\\rtf1 a{\\bin5 }}}}}b}')).not.toBeNull();
});

test('RTF: what is none, and what never ends, is refused', () => {
  expect(rtf('no')).toBeNull();
  expect(rtf(`{\\rtf1${'{'.repeat(10_000)}`)).toBeNull();
  expect(rtf('{\\rtf1 a}}}')).toBeNull();
});

const manifest = '<manifest/>';
const odt = (body: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ 'content.xml': strToU8(body), 'META-INF/manifest.xml': strToU8(manifest), ...more });

test('ODT: paragraphs, tables and spaces, without what was deleted', () => {
  const body = `<d xmlns:t="t" xmlns:b="b"><t:tracked-changes><t:p>gone</t:p></t:tracked-changes><t:h>Приказ</t:h>
    <t:p>№<t:s t:c="2"/>5<t:line-break/>от 1 мая</t:p><b:table-row><b:table-cell><t:p>а</t:p></b:table-cell><b:table-cell><t:p>б</t:p></b:table-cell></b:table-row></d>`;
  expect(odtText(odt(body))).toBe('Приказ\n№  5\nот 1 мая\nа \tб');
});

test('ODT: broken, closed by a password, an entity bomb', () => {
  const problemOf = (bytes: Uint8Array): unknown => {
    try {
      return odtText(bytes);
    } catch (error) {
      return (error as { problem?: string }).problem;
    }
  };
  expect(problemOf(strToU8('no archive'))).toBe('damaged');
  expect(problemOf(odt('<d><p>'))).toBe('damaged');
  expect(problemOf(odt('<!DOCTYPE a [<!ENTITY b "c">]><d/>'))).toBe('damaged');
  const closed = { 'META-INF/manifest.xml': strToU8('<m><encryption-data/></m>') };
  expect(problemOf(odt('<d/>', closed))).toBe('encrypted');
});
