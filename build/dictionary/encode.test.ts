import { expect, test } from 'vitest';
import { encodeDictionary } from '#build/dictionary/encode.ts';
import { openDictionary } from '#shared/lib/text/dictionary.ts';

const endings = (tag: string, ...suffixes: string[]) => ({
  forms: suffixes.map((suffix) => ({ prefix: '', suffix, tag })),
});

const source = {
  paradigms: [
    endings('NOUN', 'ьмо', 'ьма', 'ем'),
    endings('NOUN', 'человек', 'людей', 'люди'),
    { forms: [...endings('ADJF', 'ый', 'ого').forms, { prefix: 'по', suffix: 'ее', tag: 'COMP' }] },
    endings('PREP', 'для'),
    endings('INFN', 'ить', 'я'),
    endings('NOUN', '-центр', '-центра'),
    endings('NOUN', '', 'а'),
  ],
  lexemes: [
    { stem: 'пис', paradigm: 0 },
    { stem: '', paradigm: 1 },
    { stem: 'нов', paradigm: 2 },
    { stem: '', paradigm: 3 },
    { stem: 'дл', paradigm: 4 },
    { stem: 'бизнес', paradigm: 5 },
    { stem: 'счёт', paradigm: 6 },
  ],
  share: (form: string, tag: string) => (form === 'для' && tag === 'PREP' ? 0.99 : undefined),
};

test('what is encoded is found again: suppletion, form prefixes, ё', () => {
  const dictionary = openDictionary(encodeDictionary(source));
  expect(dictionary.lemmas('писем')).toEqual(['письмо']);
  expect(dictionary.lemmas('люди')).toEqual(['человек']);
  expect(dictionary.lemmas('поновее')).toEqual(['новый']);
  expect(dictionary.lemmas('новее')).toEqual([]);
  expect(dictionary.lemmas('счета')).toEqual(['счет']);
  expect(dictionary.lemmas('длить')).toEqual(['длить']);
  for (const unknown of ['', 'п', 'письм', 'писемы', 'бизнес', 'pis', 'щ']) expect(dictionary.lemmas(unknown)).toEqual([]);
});

test('a function word loses its rare readings', () => {
  expect(openDictionary(encodeDictionary(source)).lemmas('для')).toEqual(['для']);
});

test('a file that is something else, or cut, is refused', () => {
  expect(() => openDictionary(new Uint8Array([1, 2, 3]))).toThrow('not a dictionary');
  expect(() => openDictionary(encodeDictionary(source).subarray(0, 60))).toThrow('ends early');
});
