import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fitToDisplays, restoreWindowState, saveWindowState, usualWindow } from './window-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-window-'));
afterAll(() => rmSync(folder, { recursive: true }));

const left = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 1280, height: 800 };

it('comes back as it was saved, and nothing else is left in the folder', () => {
  const state = { x: 2000, y: 50, width: 1100, height: 700, maximized: true };
  saveWindowState(join(folder, 'profile/window.json'), state);
  expect(restoreWindowState(join(folder, 'profile/window.json'), [left, right])).toEqual(state);
  expect(readdirSync(join(folder, 'profile'))).toEqual(['window.json']);
});

it.each(['', '{', 'null', '[]', '{"width":"1"}', '{"width":-5,"height":100}', '{"width":1e999,"height":1}'])(
  'a damaged file is the usual window: %s',
  (text) => {
    const file = join(folder, 'damaged.json');
    writeFileSync(file, text);
    expect(restoreWindowState(file, [left])).toEqual(usualWindow);
  },
);

describe('displays that have changed', () => {
  const state = { x: 2000, y: 50, width: 1200, height: 700, maximized: false };

  it('a place no display shows is dropped', () => {
    expect(fitToDisplays(state, [left])).toEqual({ width: 1200, height: 700, maximized: false });
    expect(fitToDisplays({ ...state, y: -40 }, [left, right])).not.toHaveProperty('x');
    expect(fitToDisplays({ ...state, x: 3150 }, [left, right])).not.toHaveProperty('x');
  });

  it('a title bar that can be gripped is enough', () => {
    expect(fitToDisplays({ ...state, x: -1000 }, [left])).toMatchObject({ x: -1000, y: 50 });
  });

  it('the window is never larger than its display nor smaller than the smallest', () => {
    expect(fitToDisplays({ ...state, width: 5000, height: 5000 }, [left, right])).toMatchObject({
      width: 1280,
      height: 800,
    });
    expect(fitToDisplays({ ...state, width: 1, height: 1 }, [left])).toMatchObject({ width: 960, height: 640 });
    expect(fitToDisplays(usualWindow, [])).toEqual(usualWindow);
  });
});
