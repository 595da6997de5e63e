import { expect, type Page } from '@playwright/test';
import { Frame } from '#tests/e2e/pages/frame.ts';
import type { Workplace } from './fixtures.ts';

/** Records that the pages of a tour show. */
export interface Sights {
  /** A document with a file that can be previewed. */
  document: string;
  /** A contract in approval, with two versions of its text and a protocol of disagreements. */
  contract: string;
  /** Those versions, the older one first. */
  versions: readonly [string, string];
  /** A contract that is performed, with key dates and payments. */
  performed: string;
  /** A document that both branches changed. */
  disputed: string;
  counterparty: string;
  /** A request at a desk of the person, with a round of approval and tasks of several desks. */
  ticket: string;
}

/** One page of the program as a person meets it, in whichever language. */
export interface Stop {
  name: string;
  open: (page: Page, sights: Sights, place: Workplace) => Promise<void>;
  /** Brings the window back to where the next stop can begin. */
  leave?: (page: Page, place: Workplace) => Promise<void>;
}

export const person = 'Анна Крылова';
export const go = (page: Page, address: string): Promise<void> => new Frame(page).go(address);

/** Opens a part of a card by its address. */
export const tab = async (page: Page, address: string): Promise<void> => {
  await go(page, address);
  await page.getByRole('tabpanel').waitFor();
};

/** Closes what lies over the page, and waits until it is gone: keys of the page act only then. */
export const pressEscape = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
};
