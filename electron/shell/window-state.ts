import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the window stood, in device-independent pixels; without x and y the system chooses. */
export interface WindowState {
  width: number;
  height: number;
  x?: number;
  y?: number;
  maximized: boolean;
}

export const smallestWindow = { width: 960, height: 640 } as const;
export const usualWindow: WindowState = { width: 1440, height: 900, maximized: false };

/** The remembered state, moved onto one of the displays that exist now; whatever cannot be read is the usual window. */
export function restoreWindowState(file: string, displays: readonly Rectangle[]): WindowState {
  return fitToDisplays(readState(file) ?? usualWindow, displays);
}

/** Writes the state beside the old one and swaps them, so that a power cut leaves one or the other. */
export function saveWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

/** Keeps size within the display and drops a position whose title bar no display shows (a screen was unplugged). */
export function fitToDisplays(state: WindowState, displays: readonly Rectangle[]): WindowState {
  const { x, y, maximized } = state;
  const home = displays.find((area) => x !== undefined && y !== undefined && showsTitleBar(area, x, y, state.width));
  const area = home ?? displays[0];
  const width = clamp(state.width, smallestWindow.width, area?.width);
  const height = clamp(state.height, smallestWindow.height, area?.height);
  return home && x !== undefined && y !== undefined ? { x, y, width, height, maximized } : { width, height, maximized };
}

function showsTitleBar(area: Rectangle, x: number, y: number, width: number): boolean {
  const grip = 100;
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return across >= grip && y >= area.y && y <= area.y + area.height - 48;
}

function clamp(value: number, smallest: number, largest = Number.POSITIVE_INFINITY): number {
  return Math.round(Math.min(Math.max(value, smallest), Math.max(largest, smallest)));
}

function readState(file: string): WindowState | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    const { x, y, width, height, maximized } = value as Record<string, unknown>;
    if (!isSize(width) || !isSize(height)) return undefined;
    const place = Number.isFinite(x) && Number.isFinite(y) ? { x: Number(x), y: Number(y) } : {};
    return { width, height, ...place, maximized: maximized === true };
  } catch {
    // The first start has no file; a damaged one is worth no message: the window opens as usual.
    return undefined;
  }
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
