import { defineConfig } from '@playwright/test';
import { playwrightReport, toldIn } from './build/test/told.ts';
import { launchArguments, provideBrowser } from './tests/e2e/support/browser.ts';

/** One real browser for everything: the window of the application is Chromium in either host. */
const executablePath = provideBrowser((line) => console.log(line));
const told = process.env[toldIn];

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // A test that passes only sometimes is a defect to be mended, and the runner names it «flaky»; but one stumble of a machine that is
  // shared with others does not throw away what a day of work has brought. By hand nothing is tried twice.
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ...(told ? [['json', { outputFile: playwrightReport(told) }] as const] : [])],
  use: {
    actionTimeout: 15_000,
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    // A trace takes a picture of the page at every step, and a good part of the time: what is tried again is worth it.
    trace: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: [...launchArguments] },
  },
  projects: [{ name: 'chromium' }],
});
