import type { CommandReply } from '#shared/ipc/contract.ts';
import type { House } from '#tests/chaos/house.ts';
import { branches, people } from '#tests/simulation/company.ts';

/** The administrator gives somebody sight of other branches or takes it away. */
export async function changeAccess(house: House): Promise<boolean> {
  const { chance, stations, pool } = house;
  const station = stations.find((one) => one.person === people[0] && one.up);
  if (!station) return false;
  const id = chance.pick(people.slice(1));
  const sql = `SELECT data FROM stored_row WHERE entity = 'employee' AND id = $1`;
  const found = await pool.query<{ data: string }>(sql, [id]).catch(() => null);
  if (!found?.rows[0]) return false;
  const { branchAccess, branchId } = JSON.parse(found.rows[0].data) as { branchAccess: string[]; branchId: string };
  const wider = branches.filter(() => chance.happens(40));
  const patch = chance.happens(25) ? { branchId: chance.pick(branches) } : { branchAccess: wider };
  const base = 'branchId' in patch ? { branchId } : { branchAccess };
  const order = { name: 'employee.update', args: { id, patch, base } };
  const reply = await station.ask<CommandReply>('command.run', order);
  if (reply) house.journal.saved(station, { id: reply.id, n: reply.n, name: order.name });
  return reply !== null;
}
