import type { Party } from '#build/company/counterparties.ts';
import type { Sheet } from '#build/company/files/sheet.ts';
import { ownCompany } from '#build/company/own-company.ts';
import { partyName } from '#build/company/setting.ts';

/** What stands at the head of a paper. */
export interface Card {
  name: string;
  line: string;
  bank: string;
}

export const ownCard: Card = {
  name: ownCompany.name,
  line: `${ownCompany.address} · ИНН ${ownCompany.inn} · КПП ${ownCompany.kpp}`,
  bank: '',
};

export function cardOf(party: Party): Card {
  const { inn, kpp, address } = party.row;
  const account = party.accounts[0];
  return {
    name: party.form === null || party.form === 'ИП' ? partyName(party) : `${party.form} ${party.name}`,
    line: `${address} · ИНН ${inn}${kpp ? ` · КПП ${kpp}` : ''}`,
    bank: account ? `р/с ${account.account} в ${account.bankName}, БИК ${account.bik}, к/с ${account.corrAccount}` : '',
  };
}

const ink = 0x2e49b0;

export function letterhead(sheet: Sheet, card: Card): void {
  sheet.text(card.name, { size: 17, weight: 'bold', color: ink });
  sheet.text(card.line, { size: 8, color: 0x5c6678 });
  if (card.bank) sheet.text(card.bank, { size: 8, color: 0x5c6678 });
  sheet.gap(4);
  sheet.rule(ink, 1.2);
  sheet.gap(10);
}

/** Kopecks as a paper writes them: 1 234 567,89. */
export function spokenMoney(kopecks: number): string {
  const whole = String(Math.floor(Math.abs(kopecks) / 100)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${kopecks < 0 ? '−' : ''}${whole},${String(Math.abs(kopecks) % 100).padStart(2, '0')}`;
}
