import type { BrowserWindow, TitleBarOverlay } from 'electron';

/** Height of the top bar (design, layout table): the page draws it, the system draws its buttons over its right end. */
const topBarHeight = 48;

/** Colours of the system's window buttons on a top bar of this colour, `#rrggbb`; anything else counts as light. */
export function overlayOn(color: string): TitleBarOverlay {
  const [red = 255, green = 255, blue = 255] =
    (/^#[0-9a-f]{6}$/i.test(color) ? color.slice(1).match(/../g) : null)?.map((pair) => Number.parseInt(pair, 16)) ??
    [];
  const isDark = 0.299 * red + 0.587 * green + 0.114 * blue < 128;
  return { color, symbolColor: isDark ? '#B4BCC9' : '#465062', height: topBarHeight - 1 };
}

/** Follows the page's `<meta name="theme-color">`, so that the buttons change with the theme the person chose in the page. */
export function followThemeColor(window: BrowserWindow): void {
  window.webContents.on('did-change-theme-color', (_event, color) => {
    if (color === null) return;
    window.setBackgroundColor(color);
    // Only systems that draw the overlay have the method (Windows; Linux in newer Electron).
    window.setTitleBarOverlay?.(overlayOn(color));
  });
}
