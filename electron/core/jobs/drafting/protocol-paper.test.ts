import { describe, expect, test } from 'vitest';
import { signerIn } from '#electron/core/app/desks/drafting-input.ts';
import type { DraftingInput } from '#electron/core/jobs/drafting/drafting-input.ts';
import { counterpartyName, protocolPaper } from '#electron/core/jobs/drafting/protocol-paper.ts';
import type { contractTypes } from '#shared/domain/document.ts';
import { supplyRows } from '#tests/fixtures/templates/drafting-rows.ts';

const rows = (given: { type?: (typeof contractTypes)[number]; sides?: ('ours' | 'theirs')[] }): DraftingInput => ({
  ...supplyRows,
  document: { ...supplyRows.document, contractType: given.type ?? null },
  obligations: (given.sides ?? []).map((side) => ({
    ...{ kind: 'payment' as const, side, title: '', dueDate: '2026-05-13', amount: 1 },
  })),
});
const roles = (given: Parameters<typeof rows>[0], language: 'ru' | 'en' = 'ru') => {
  const { ours, theirs } = protocolPaper(rows(given), [], language);
  return [ours.role, theirs.role];
};

describe('roles of the parties', () => {
  test('follow the type of the contract and the language of the paper', () => {
    expect(roles({ type: 'supply' })).toEqual(['Покупатель', 'Поставщик']);
    expect(roles({ type: 'services' })).toEqual(['Заказчик', 'Исполнитель']);
    expect(roles({ type: 'lease' })).toEqual(['Арендатор', 'Арендодатель']);
    expect(roles({ type: 'supply' }, 'en')).toEqual(['Buyer', 'Supplier']);
    expect(roles({ type: 'nda' })).toEqual(['', '']);
    expect(roles({})).toEqual(['', '']);
  });

  test('are turned round when only the counterparty pays', () => {
    expect(roles({ type: 'supply', sides: ['theirs'] })).toEqual(['Поставщик', 'Покупатель']);
    expect(roles({ type: 'supply', sides: ['theirs', 'ours'] })).toEqual(['Покупатель', 'Поставщик']);
  });
});

describe('names and signers', () => {
  const party = (given: object) => ({ ...supplyRows.counterparty, ...given }) as DraftingInput['counterparty'];

  test('a company in quotes, an entrepreneur by the surname, a name typed with its form', () => {
    expect(counterpartyName(party({ kind: 'legal', legalForm: 'ООО', name: 'Ромашка' }))).toBe('ООО «Ромашка»');
    expect(counterpartyName(party({ kind: 'entrepreneur', legalForm: 'ИП', name: 'Щукина Жанна Олеговна' }))).toBe(
      'ИП Щукина\u00a0Ж.\u00a0О.',
    );
    expect(counterpartyName(party({ kind: 'legal', legalForm: null, name: 'АО "Север"' }))).toBe('АО «Север»');
    expect(counterpartyName(null)).toBe('');
  });

  test('the company’s own fields name who signs for the counterparty; undefined keys do not', () => {
    const custom = { signer_name: ' Щукина Жанна Олеговна ', signer_position: 'директор', signer_basis: 'Устава' };
    const keys = Object.keys(custom).map((key) => ({ key }));
    const signer = { name: 'Щукина Жанна Олеговна', position: 'директор', basis: 'Устава' };
    expect(signerIn(custom, keys)).toEqual(signer);
    expect(signerIn(custom, [])).toBeNull();
    expect(signerIn({ signer_position: 'директор' }, keys)).toBeNull();
    expect(signerIn(null, keys)).toBeNull();
    const { theirs } = protocolPaper({ ...rows({}), counterpartySigner: signer }, [], 'ru');
    expect(theirs).toMatchObject({ signerName: signer.name, signerPosition: 'директор' });
  });

  test('an entrepreneur signs for themselves', () => {
    const counterparty = party({ kind: 'entrepreneur', legalForm: 'ИП', name: 'Щукина Жанна Олеговна' });
    const { theirs } = protocolPaper({ ...rows({}), counterparty, counterpartySigner: null }, [], 'ru');
    expect(theirs.signerName).toBe('Щукина Жанна Олеговна');
  });
});
