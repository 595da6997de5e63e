import { type Browser, test as base, type Page, type TestInfo } from '@playwright/test';
import { type Door, openDoor } from './door.ts';
import { type House, openHouse } from './house.ts';
import type { Network } from './network.ts';
import type { Office, Station } from './office.ts';
import type { Program } from './program.ts';

/** A person's place: the program, its window, and the network between it and the centre. */
export interface Workplace {
  page: Page;
  network: Network;
  station: Station;
  /** What opens files on this computer. */
  program: Program;
  /** kill -9 and a new start on the same profile; the window is opened again. `meanwhile` happens while nothing runs. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Another window of the same browser, with its own storage of the tab: opens where the address says. */
  openWindow(): Promise<Page>;
}

interface Fixtures {
  office: Office;
  /** Workstations of two branches, started for the first test that names them; each test has windows of its own. */
  moscow: Workplace;
  kazan: Workplace;
  novosibirsk: Workplace;
  /** A portable computer: a second device of whoever takes it along. */
  train: Workplace;
  /** A workstation without a window, where colleagues prepare what a test finds. */
  backstage: Door;
}

interface WorkerFixtures {
  /** The company of the file that runs. Every file works on a copy of its own, and its tests find what the earlier ones left. */
  house: (file: string) => Promise<House>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      let held: { file: string; house: House } | undefined;
      await use(async (file) => {
        if (held?.file === file) return held.house;
        await held?.house.close();
        held = { file, house: await openHouse() };
        return held.house;
      });
      await held?.house.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  office: async ({ house }, use, info) => {
    const { office } = await house(info.file);
    const before = office.log.length;
    await use(office);
    await attachLog(info, 'server', office.log.slice(before));
  },
  moscow: ({ house, browser }, use, info) => workplace('moscow', { house, browser }, use, info),
  kazan: ({ house, browser }, use, info) => workplace('kazan', { house, browser }, use, info),
  novosibirsk: ({ house, browser }, use, info) => workplace('novosibirsk', { house, browser }, use, info),
  train: ({ house, browser }, use, info) => workplace('train', { house, browser }, use, info),
  backstage: async ({ house }, use, info) => {
    const { station } = await (await house(info.file)).desk('backstage');
    const door = await openDoor(station);
    await use(door);
    door.close();
    await attachLog(info, 'backstage', station.log);
  },
});
export { expect } from '@playwright/test';

async function workplace(
  profile: string,
  { house, browser }: WorkerFixtures & { browser: Browser },
  use: (place: Workplace) => Promise<void>,
  info: TestInfo,
): Promise<void> {
  const desk = await (await house(info.file)).desk(profile);
  const context = await browser.newContext(contextOf(info));
  // A fault of the page itself is a fault of the test that met it.
  const faults: string[] = [];
  context.on('weberror', (fault) => faults.push(String(fault.error().stack)));
  const openWindow = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(desk.station.address);
    return page;
  };
  const place: Workplace = {
    page: await openWindow(),
    network: desk.network,
    get station() {
      return desk.station;
    },
    program: desk.program,
    async restart(meanwhile) {
      await desk.station.kill();
      await meanwhile?.();
      await desk.startAgain();
      // The new start has a new token, on the same port: an address that differs in its fragment alone would not load the page again.
      await place.page.goto('about:blank');
      await place.page.goto(desk.station.address);
    },
    openWindow,
  };
  await use(place);
  await context.close();
  desk.network.heal();
  await attachLog(info, profile, desk.station.log);
  if (faults.length > 0) throw new Error(`the window of ${profile} had faults:\n${faults.join('\n')}`);
}

/** Context options of the config's `use` reach only Playwright's own page; ours gets them here. */
function contextOf(info: TestInfo) {
  const { viewport, locale, timezoneId, colorScheme } = info.project.use;
  return {
    viewport: viewport ?? { width: 1280, height: 800 },
    locale: locale ?? 'ru-RU',
    timezoneId: timezoneId ?? 'Europe/Moscow',
    colorScheme: colorScheme ?? ('light' as const),
    acceptDownloads: true,
  };
}

async function attachLog(info: TestInfo, name: string, log: readonly string[]): Promise<void> {
  if (info.status !== info.expectedStatus)
    await info.attach(`${name}.log`, { body: log.join(''), contentType: 'text/plain' });
}
