import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { english } from '#renderer/i18n/dictionary-en.ts';
import { russian } from '#renderer/i18n/dictionary-ru.ts';

const forms = { ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] } as const;
const ending = /_(one|few|many|other)$/;
const plurals = (words: object) =>
  new Set(
    Object.keys(words)
      .filter((key) => ending.test(key))
      .map((key) => key.replace(ending, '')),
  );
const parameters = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test('every dictionary file is registered in both languages', () => {
  for (const language of ['ru', 'en'] as const) {
    const files = readdirSync(join(import.meta.dirname, language)).map((name) => camel(name.replace(/\.ts$/, '')));
    expect(Object.keys(language === 'ru' ? russian : english).sort()).toEqual(files.sort());
  }
});

describe.each(Object.keys(russian) as (keyof typeof russian)[])('%s', (namespace) => {
  const ru: Record<string, string> = russian[namespace];
  const en: Record<string, string> = english[namespace];

  test('has the same keys in both languages', () => {
    const bare = (words: object) => [...new Set(Object.keys(words).map((key) => key.replace(ending, '')))].sort();
    expect(bare(en)).toEqual(bare(ru));
  });

  test('has every plural form of each language', () => {
    for (const base of plurals(ru)) {
      for (const form of forms.ru) expect(ru, `${base}_${form}`).toHaveProperty([`${base}_${form}`]);
      for (const form of forms.en) expect(en, `${base}_${form}`).toHaveProperty([`${base}_${form}`]);
    }
    expect(plurals(en)).toEqual(plurals(ru));
  });

  test('uses the same parameters and leaves nothing empty', () => {
    for (const [key, text] of Object.entries(en)) {
      expect(text.trim(), key).not.toBe('');
      expect(parameters(text), key).toEqual(parameters(ru[key] ?? ''));
    }
  });

  test('keeps the typography: no straight quotes in Russian, no exclamation marks', () => {
    for (const [key, text] of Object.entries(ru)) expect(text, key).not.toMatch(/["!]|\.\.\./);
  });
});

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
