import { prepared } from '#electron/core/store/prepared.ts';
import { decide } from '#tests/simulation/approval-deeds.ts';
import type { Chance } from '#tests/simulation/chance.ts';
import { people, services } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';

type Row = Record<string, unknown> & { id: string };

/** What somebody at a device does about requests, by what stands on their screen; much of it is refused, here or in the centre. */
export function ticketDeed(device: Device, chance: Chance): void {
  const deed = chance.below(100);
  if (deed < 12) return ask(device, services.help, { what: `Просьба ${chance.below(9)}` });
  if (deed < 24) return askForVacation(device, chance);
  if (deed < 50 && decide(device, chance)) return;
  const tickets = prepared(
    device.db,
    `SELECT * FROM ticket ORDER BY state IN ('open', 'working', 'waiting') DESC, id LIMIT 4`,
  );
  const rows = tickets.all() as Row[];
  if (rows.length === 0) return ask(device, services.help, { what: 'Первая' });
  const row = chance.pick(rows);
  if (row['requesterId'] === device.person && chance.happens(60)) own(device, chance, row);
  else work(device, chance, row);
}

function ask(device: Device, serviceId: string, values: object): void {
  const wish = { serviceId, serviceVersion: 1, requesterId: device.person, values, priority: null, title: null };
  device.enter('ticket.create', wish);
}

const periods = [
  ['2026-05-28', '2026-06-03'],
  ['2026-06-01', '2026-06-07'],
  ['2026-06-05', '2026-06-14'],
  ['2026-07-06', '2026-07-12'],
] as const;

/** Few periods, so that they meet; the first has begun already. */
export function askForVacation(device: Device, chance: Chance): void {
  const [from, to] = chance.pick(periods);
  const substitute = chance.happens(70) ? chance.pick(people) : null;
  ask(device, services.vacation, { period: { from, to }, substitute });
}

/** A word of whoever asked. */
function own(device: Device, chance: Chance, { id, values }: Row): void {
  const draw = chance.below(100);
  if (draw < 30) device.enter('ticket.answer', { id, text: 'Вот' });
  else if (draw < 45) device.enter('ticket.reopen', { id, reason: 'Не то' });
  else if (draw < 58) device.enter('ticket.confirm', { id, rating: 1 + chance.below(5), comment: null });
  else if (draw < 72) device.enter('ticket.resubmit', { id, note: null });
  else if (draw < 86) device.enter('ticket.cancel', { id, reason: null });
  else {
    const before = JSON.parse(String(values)) as { what?: string };
    const patch = { what: `Иначе ${chance.below(3)}` };
    device.enter('ticket.update', { id, patch, base: { what: before.what ?? null } });
  }
}

function work(device: Device, chance: Chance, { id }: Row): void {
  const draw = chance.below(100);
  const reply = { id, text: 'Слово', options: [] };
  if (draw < 28) device.enter('ticket.take', { id });
  else if (draw < 36) device.enter('ticket.assign', { id, employeeId: chance.pick([...people, null]) });
  else if (draw < 44) device.enter('ticket.reply', { ...reply, next: 'none' });
  else if (draw < 60) device.enter('ticket.reply', { ...reply, next: 'ask' });
  else if (draw < 68) device.enter('ticket.stage', { id, stage: chance.below(2) });
  else if (draw < 76) device.enter('ticket.note', { id, text: 'Для своих' });
  else if (draw < 80) device.enter('ticket.prioritize', { id, priority: chance.pick(['normal', 'high'] as const) });
  else if (draw < 84) device.enter('ticket.decline', { id, reason: 'Нет' });
  else device.enter('ticket.resolve', { id, solution: null });
}
