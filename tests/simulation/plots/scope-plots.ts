import { prepared } from '#electron/core/store/prepared.ts';
import { branches, people } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import type { Plot, World } from '#tests/simulation/world.ts';

type Row = Record<string, unknown> & { id: string };

const rowsOf = (device: Device, sql: string, ...given: unknown[]): Row[] =>
  prepared(device.db, sql).all(given) as Row[];
const isHead = (device: Device): boolean => device.person === people[0] && device.isOn;

/** Somebody who leads the company, and a workstation of somebody who sees only a branch. */
function pair(world: World) {
  const head = world.roads.find((road) => isHead(road.device));
  const clerks = world.roads.filter((road) => road.device.person !== people[0] && road.device.isOn);
  return head && clerks.length > 0 ? { head, clerk: world.chance.pick(clerks) } : null;
}

/** 12: papers go to another branch while somebody who sees them no more has edited them without a link. */
export const leavePlot: Plot = async (world) => {
  const { chance } = world;
  const found = pair(world);
  if (!found) return undefined;
  const { head, clerk } = found;
  const papers = rowsOf(clerk.device, 'SELECT * FROM document WHERE archivedAt IS NULL ORDER BY id');
  if (papers.length === 0) return undefined;
  clerk.cut();
  const { id, branchId } = chance.pick(papers);
  for (let n = 1 + chance.below(3); n > 0; n -= 1) {
    const [row] = rowsOf(clerk.device, 'SELECT * FROM document WHERE id = ?', id);
    if (!row) return undefined;
    const [field, value] = chance.pick([
      ['note', `Заметка ${n}`],
      ['amount', 7 * n],
    ] as const);
    clerk.device.enter('document.update', { id, patch: { [field]: value }, base: { [field]: row[field] ?? null } });
  }
  const to = chance.pick(branches.filter((one) => one !== branchId));
  const moved = head.device.enter('document.update', { id, patch: { branchId: to }, base: { branchId } });
  if (moved?.ok) world.tally.met.add(12);
  return undefined;
};

/** 15: papers leave a branch, and the centre forgets that they did while somebody of the branch is away, or catches up page by page. */
export const compactPlot: Plot = async (world) => {
  const { chance } = world;
  const found = pair(world);
  if (!found) return undefined;
  const { head, clerk } = found;
  if (chance.happens(60)) clerk.cut();
  for (let n = 1 + chance.below(3); n > 0; n -= 1) {
    const papers = rowsOf(head.device, 'SELECT id, branchId FROM document WHERE archivedAt IS NULL ORDER BY id');
    const paper = papers.length > 0 ? chance.pick(papers) : null;
    if (!paper) break;
    const { id, branchId } = paper;
    head.device.enter('document.update', { id, patch: { branchId: chance.pick(branches) }, base: { branchId } });
  }
  head.connect();
  for (let n = 2 + chance.below(4); n > 0; n -= 1) await world.exchangeAll();
  const forget = (age: number): void =>
    world.centre.compact(Math.min(world.clock.now + 1 - age, world.tally.fillingSince));
  forget(chance.happens(70) ? 0 : chance.below(3_000));
  return async () => {
    clerk.connect();
    for (let n = chance.below(5); n > 0; n -= 1) await world.exchangeAll();
    forget(0);
    return undefined;
  };
};

/** The head of the company says which branches a clerk belongs to and may see. */
function allow(head: Device, person: string, wanted: { branchId?: string; branchAccess: string[] | null }): boolean {
  const [row] = rowsOf(head, 'SELECT * FROM employee WHERE id = ?', person);
  if (!row) return false;
  const { branchId, branchAccess } = row;
  const base = { branchId, branchAccess: JSON.parse(String(branchAccess)) as unknown };
  const patch = { branchId, ...wanted };
  return head.enter('employee.update', { id: person, patch, base })?.ok === true;
}

/** 13: somebody is given more to see, and while it is sent page by page its rows change. */
export const gainPlot: Plot = async (world) => {
  const { chance } = world;
  const found = pair(world);
  if (!found) return undefined;
  const { head, clerk } = found;
  const branchAccess = chance.pick([null, [branches[0], branches[1]], [branches[2]], [...branches]]);
  allow(head.device, clerk.device.person, { branchAccess });
  for (const road of world.roads) road.connect();
  for (let round = 4 + chance.below(8); round > 0; round -= 1) {
    const [row] = rowsOf(head.device, `SELECT * FROM document ORDER BY id LIMIT 1 OFFSET ${chance.below(6)}`);
    if (row && round % 2 === 0) {
      const patch = { note: `Заметка ${round}` };
      head.device.enter('document.update', { id: row.id, patch, base: { note: row['note'] } });
    }
    await world.exchangeAll();
  }
  return undefined;
};

/** 14: access is taken and given back while somebody works on without a link. */
export const revokePlot: Plot = async (world) => {
  const { chance } = world;
  const found = pair(world);
  if (!found) return undefined;
  const { head, clerk } = found;
  const { person } = clerk.device;
  const [row] = rowsOf(head.device, 'SELECT * FROM employee WHERE id = ?', person);
  if (!row) return undefined;
  clerk.cut();
  const papers = rowsOf(clerk.device, 'SELECT * FROM document WHERE archivedAt IS NULL ORDER BY id');
  for (let n = chance.below(4); n > 0 && papers.length > 0; n -= 1) {
    const { id, note } = chance.pick(papers);
    clerk.device.enter('document.update', { id, patch: { note: `Без связи ${n}` }, base: { note } });
  }
  const before = { branchId: String(row['branchId']), branchAccess: JSON.parse(String(row['branchAccess'])) };
  const other = chance.pick(branches.filter((one) => one !== before.branchId));
  const taken = allow(head.device, person, { branchId: other, branchAccess: [] });
  await world.exchangeAll();
  return async () => {
    if (!isHead(head.device)) return undefined;
    const given = chance.happens(75) && allow(head.device, person, before);
    if (taken && given && !clerk.connected) world.tally.met.add(14);
    return undefined;
  };
};
