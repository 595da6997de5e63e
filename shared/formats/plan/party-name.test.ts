import { describe, expect, it } from 'vitest';
import { vatInPurpose } from '#shared/formats/client-bank/vat-in-purpose.ts';
import { splitPartyName } from '#shared/formats/plan/party-name.ts';

describe('names of parties', () => {
  it.each([
    ['ООО "Ромашка"', 'ООО', 'Ромашка'],
    ['ООО «Ромашка»', 'ООО', 'Ромашка'],
    ['АО "Банк "Снег"', 'АО', '"Банк "Снег"'],
    ['Общество с ограниченной ответственностью "Ромашка"', 'ООО', 'Ромашка'],
    ['АКЦИОНЕРНОЕ ОБЩЕСТВО "СЕВЕР"', 'АО', 'СЕВЕР'],
    ['ИП Иванов Иван Иванович', 'ИП', 'Иванов Иван Иванович'],
    ['Иванов Иван Иванович (ИП)', 'ИП', 'Иванов Иван Иванович'],
    ['Индивидуальный предприниматель Иванов И. И.', 'ИП', 'Иванов И. И.'],
    ['ОООРомашка', null, 'ОООРомашка'],
    ['ООО', null, 'ООО'],
    ['Управление «Север» и «Юг»', null, 'Управление «Север» и «Юг»'],
    ['', null, ''],
  ])('%s → %s %s', (written, legalForm, name) => {
    expect(splitPartyName(written)).toEqual({ legalForm, name, address: null });
  });

  it('lets go of an address behind double slashes', () => {
    expect(splitPartyName('ИП Иванов И. И.//г Омск, ул Мира, д 1//')).toEqual({
      legalForm: 'ИП',
      name: 'Иванов И. И.',
      address: 'г Омск, ул Мира, д 1',
    });
  });
});

describe('VAT in a purpose', () => {
  it.each([
    ['Оплата, в т.ч. НДС 22% - 2200.00', { rate: '22%', sum: 220_000 }],
    ['НДС(20%): 1 000-00', { rate: '20%', sum: 100_000 }],
    ['в т.ч. НДС 20%: 0.00', { rate: '20%', sum: 0 }],
    ['в том числе НДС (10 %), 12345,67', { rate: '10%', sum: 1_234_567 }],
    ['НДС 22% 500', { rate: '22%', sum: 50_000 }],
    ['За аренду. Без НДС.', { rate: 'без НДС', sum: 0 }],
    ['За аренду. Не облагается НДС', { rate: 'без НДС', sum: 0 }],
    ['НДС не облагается', { rate: 'без НДС', sum: 0 }],
    ['в т.ч. НДС 20%', null],
    ['Оплата по счёту 22', null],
  ])('%s', (purpose, expected) => expect(vatInPurpose(purpose)).toEqual(expected));
});
