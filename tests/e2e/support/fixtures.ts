import { type Browser, type BrowserContext, test as base, type Page, type TestInfo } from '@playwright/test';
import { type Network, startNetwork } from './network.ts';
import { type Office, openOffice, type Station, startStation } from './office.ts';

/** A person's place: the program, its window, and the network between it and the centre. */
export interface Workplace {
  page: Page;
  network: Network;
  station: Station;
  /** kill -9 and a new start on the same profile; the window is opened again. */
  restart(): Promise<void>;
}

interface Fixtures {
  /** The centre with a fresh copy of the demo company; ends with the test. */
  office: Office;
  /** Workstations of two branches, started only for the tests that name them. */
  moscow: Workplace;
  kazan: Workplace;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
  office: async ({}, use, info) => {
    const office = await openOffice();
    await use(office);
    await office.stop();
    await attachLog(info, 'server', office.log);
  },
  moscow: ({ office, browser }, use, info) => workplace('moscow', { office, browser }, use, info),
  kazan: ({ office, browser }, use, info) => workplace('kazan', { office, browser }, use, info),
});
export { expect } from '@playwright/test';

async function workplace(
  profile: string,
  { office, browser }: { office: Office; browser: Browser },
  use: (place: Workplace) => Promise<void>,
  info: TestInfo,
): Promise<void> {
  const network = await startNetwork(office.url);
  const context: BrowserContext = await browser.newContext(contextOf(info));
  const start = (): Promise<Station> => startStation(profile, office.dataDir, network.url);
  const place: Workplace = {
    page: await context.newPage(),
    network,
    station: await start(),
    async restart() {
      await place.station.kill();
      place.station = await start();
      // The new start has a new token and port: the old window cannot know them.
      await place.page.goto(place.station.address);
    },
  };
  await place.page.goto(place.station.address);
  await use(place);
  await context.close();
  await place.station.close();
  await network.close();
  await attachLog(info, profile, place.station.log);
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

async function attachLog(info: TestInfo, name: string, log: string[]): Promise<void> {
  if (info.status !== info.expectedStatus)
    await info.attach(`${name}.log`, { body: log.join(''), contentType: 'text/plain' });
}
