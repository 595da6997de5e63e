import { expect, type Locator, type Page } from '@playwright/test';
import { Frame } from './frame.ts';

/** How a person works at a window: with a mouse, or with nothing but the keyboard. Both may use the keys of the window. */
export interface Hands {
  press(target: Locator): Promise<void>;
  /** Writes into an empty field. */
  write(field: Locator, text: string): Promise<void>;
  /** Chooses what the words narrow a list of choices down to. */
  choose(field: Locator, words: string, choice: Locator): Promise<void>;
  /** Does what a button and a key of the window both do. */
  act(button: Locator, keys: string): Promise<void>;
  /** Opens a part of a page by its tab. */
  turnTo(tab: Locator): Promise<void>;
  /** Opens a line of a list. */
  openLine(line: Locator): Promise<void>;
}

export const mouse: Hands = {
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  async choose(field, words, choice) {
    await field.fill(words);
    await choice.click();
  },
  act: (button) => button.click(),
  turnTo: (tab) => tab.click(),
  openLine: (line) => line.dblclick(),
};

/** Hands that never leave the keys of this window: focus goes where Tab and the arrows lead. */
export function keysOf(page: Page): Hands {
  const { keyboard } = page;
  const to = (target: Locator): Promise<void> => new Frame(page).tabTo(target);
  return {
    async press(target) {
      await to(target);
      await keyboard.press('Enter');
    },
    async write(field, text) {
      await to(field);
      await keyboard.type(text);
    },
    async choose(field, words, choice) {
      await to(field);
      await keyboard.type(words);
      await choice.waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
    act: (_button, keys) => keyboard.press(keys),
    async turnTo(tab) {
      const active = page.getByRole('main').locator('[role="tab"][aria-selected="true"]').first();
      await to(active);
      while ((await tab.getAttribute('aria-selected')) !== 'true') {
        const before = (await active.getAttribute('data-tab')) ?? '';
        await keyboard.press('ArrowRight');
        await expect(active).not.toHaveAttribute('data-tab', before);
      }
    },
    async openLine(line) {
      await line.waitFor();
      // A list answers a key a moment later: a cursor that went too far comes back.
      await expect(async () => {
        const wanted = Number(await line.getAttribute('row-index'));
        const at = await page.evaluate(() => document.activeElement?.closest('[row-index]')?.getAttribute('row-index'));
        if (Number(at ?? -1) !== wanted) await keyboard.press(Number(at ?? -1) < wanted ? 'KeyJ' : 'KeyK');
        await expect(line.locator(':focus')).toHaveCount(1, { timeout: 200 });
      }).toPass({ intervals: [50] });
      await keyboard.press('Enter');
    },
  };
}
