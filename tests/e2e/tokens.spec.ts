import type { Locator, Page } from '@playwright/test';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Palette } from '#tests/e2e/pages/palette.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

// The values below are those of the design language (section 2, tokens; section 3, theme; section 4, layout), not of the program.
const colours = {
  light: {
    canvas: '#eef0f4',
    surface: '#ffffff',
    subtle: '#f7f8fa',
    hover: '#f1f3f7',
    selected: '#e8ecfa',
    line: '#e1e5eb',
    'line-strong': '#c5ccd6',
    control: '#808a9b',
    desk: '#f3f5f8',
    paper: '#ffffff',
    'paper-text': '#1e2430',
    text: '#161b26',
    text2: '#465062',
    text3: '#5c6678',
    ink: '#2e49b0',
    'ink-tint': '#e8ecfa',
    'ink-line': '#b9c5f0',
    green: '#17734a',
    'green-tint': '#e2f3ea',
    'green-line': '#a9d9c0',
    amber: '#8a5300',
    'amber-tint': '#fcefd7',
    'amber-line': '#eacb92',
    red: '#b3261e',
    'red-tint': '#fce8e6',
    'red-line': '#f0b8b3',
    plum: '#7f3a9b',
    'plum-tint': '#f4e8f8',
    'plum-line': '#ddbde8',
    teal: '#0b6b7c',
    'teal-tint': '#dff2f5',
    'teal-line': '#a5d7df',
    gray: '#5c6678',
    'gray-tint': '#ebeef2',
    'ink-fill': '#2e49b0',
    'ink-fill-hover': '#243b93',
    'red-fill': '#b3261e',
    inverse: '#1b2230',
    'amber-mark': '#e09a1f',
    ins: '#ddf3e6',
    'ins-text': '#0f5b39',
    del: '#fce3e0',
    'del-text': '#9a2119',
  },
  dark: {
    canvas: '#0e1116',
    surface: '#161a21',
    subtle: '#1b2028',
    hover: '#20262f',
    selected: '#232d52',
    line: '#282f3a',
    'line-strong': '#3d4756',
    control: '#707c8d',
    desk: '#11151b',
    paper: '#e7e9ed',
    'paper-text': '#1e2430',
    text: '#e9ecf1',
    text2: '#b4bcc9',
    text3: '#949eae',
    ink: '#a3b4ff',
    'ink-tint': '#232d52',
    'ink-line': '#3e4f94',
    green: '#63cb97',
    'green-tint': '#14301f',
    'green-line': '#2a5a40',
    amber: '#edb45a',
    'amber-tint': '#382810',
    'amber-line': '#6a4e1e',
    red: '#ff9088',
    'red-tint': '#411b1a',
    'red-line': '#7a332f',
    plum: '#dba3ef',
    'plum-tint': '#36203f',
    'plum-line': '#653c76',
    teal: '#6ccbda',
    'teal-tint': '#0f2e34',
    'teal-line': '#23565f',
    gray: '#a3adbc',
    'gray-tint': '#262d37',
    'ink-fill': '#4a63d3',
    'ink-fill-hover': '#4059cb',
    'red-fill': '#c9362d',
    inverse: '#1b2230',
    'amber-mark': '#e0a23a',
    ins: '#173a28',
    'ins-text': '#8fe0b5',
    del: '#47211f',
    'del-text': '#ffb3ac',
  },
} as const;

const clerk = 'Алия Гизатуллина';
const schemeItem = { light: 'Светлое', dark: 'Тёмное' } as const;

/** Computed values of one element, colours as `#rrggbb`. */
async function look(target: Locator, ...properties: string[]): Promise<Record<string, string>> {
  return target.first().evaluate((element, names) => {
    const style = getComputedStyle(element);
    const hex = (value: string): string =>
      value.replace(
        /rgba?\((\d+), (\d+), (\d+)(?:, 1)?\)/g,
        (_, ...parts) =>
          `#${parts
            .slice(0, 3)
            .map((part) => Number(part).toString(16).padStart(2, '0'))
            .join('')}`,
      );
    return Object.fromEntries(names.map((name) => [name, hex(style.getPropertyValue(name))]));
  }, properties);
}
const heightOf = (target: Locator): Promise<number> =>
  target.first().evaluate((element) => element.getBoundingClientRect().height);
const widthOf = (target: Locator): Promise<number> =>
  target.first().evaluate((element) => element.getBoundingClientRect().width);

for (const scheme of ['light', 'dark'] as const) {
  test(`colours of the ${scheme} scheme are those of the design, as variables and as drawn`, async ({ kazan }) => {
    const { page } = kazan;
    const frame = new Frame(page);
    const register = new Register(page);
    await frame.enter(clerk);
    await frame.choose(schemeItem[scheme]);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    const wanted = colours[scheme];
    const given = await page.evaluate(
      (names) =>
        Object.fromEntries(
          names.map((name) => [
            name,
            getComputedStyle(document.documentElement)
              .getPropertyValue(`--op-${name}`)
              .trim()
              .toLowerCase()
              .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'),
          ]),
        ),
      Object.keys(wanted),
    );
    expect(given).toEqual(wanted);

    await expect(register.rows.first()).toBeVisible();
    expect(await look(page.locator('body'), 'background-color')).toEqual({ 'background-color': wanted.canvas });
    expect(await look(register.main, 'background-color', 'color')).toEqual({
      'background-color': wanted.surface,
      color: wanted.text,
    });
    expect(await look(register.header('Дата'), 'color')).toEqual({ color: wanted.text3 });
    expect(await look(page.getByRole('button', { name: 'Создать', exact: true }), 'background-color', 'color')).toEqual(
      {
        'background-color': wanted['ink-fill'],
        color: '#ffffff',
      },
    );
    expect(await look(page.getByRole('button', { name: /^Филиал/ }).locator('xpath=..'), 'background-color')).toEqual({
      'background-color': wanted['ink-tint'],
    });
  });
}

test('type, heights and radii are those of the design', async ({ kazan }) => {
  const { page } = kazan;
  const frame = new Frame(page);
  const register = new Register(page);
  await frame.enter(clerk);
  await frame.choose(schemeItem.light);
  await register.open(/^Казань/);
  await expect(register.rows.first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.fonts.check('13px "Golos Text Variable"', 'Опора ₽ №'))).toBe(true);

  expect(await look(page.locator('body'), 'font-family', 'font-size', 'line-height', 'font-weight')).toEqual({
    'font-family': expect.stringMatching(/^"?Golos Text/),
    'font-size': '13px',
    'line-height': '20px',
    'font-weight': '400',
  });
  expect(await look(page.getByRole('heading', { level: 1 }), 'font-size', 'line-height', 'font-weight')).toEqual({
    'font-size': '16px',
    'line-height': '24px',
    'font-weight': '600',
  });
  expect(await look(register.header('Дата'), 'font-size', 'font-weight')).toEqual({
    'font-size': '12px',
    'font-weight': '500',
  });
  expect(await look(register.rows.locator('[col-id="subject"]'), 'font-size')).toEqual({ 'font-size': '13px' });
  expect(
    await look(register.rows.locator('[col-id="amount"]'), 'font-variant-numeric', 'white-space', 'text-align'),
  ).toEqual({
    'font-variant-numeric': expect.stringContaining('tabular-nums'),
    'white-space': expect.stringContaining('nowrap'),
    'text-align': expect.stringMatching(/^(right|end)$/),
  });
  expect(await look(frame.statusBar, 'font-size', 'line-height')).toEqual({
    'font-size': '12px',
    'line-height': '18px',
  });
  expect(await look(register.preview.getByRole('heading'), 'font-size', 'line-height', 'font-weight')).toEqual({
    'font-size': '15px',
    'line-height': '22px',
    'font-weight': '600',
  });

  expect(await heightOf(page.getByRole('banner'))).toBe(48);
  expect(await heightOf(frame.statusBar)).toBe(28);
  expect(await heightOf(register.rows)).toBe(32);
  expect(await heightOf(register.header('Дата'))).toBe(32);
  expect(await heightOf(register.main.locator('> header'))).toBe(46);
  expect(await heightOf(page.getByRole('button', { name: 'Условие', exact: true }))).toBe(24);
  expect(await heightOf(page.getByRole('button', { name: 'Создать', exact: true }))).toBe(30);
  expect(await look(register.main, 'border-top-left-radius')).toEqual({ 'border-top-left-radius': '10px' });

  const palette = new Palette(page);
  await palette.open();
  expect(await look(page.getByRole('dialog'), 'border-top-left-radius')).toEqual({ 'border-top-left-radius': '12px' });
  await page.keyboard.press('Escape');

  await frame.go('/documents/new/incoming');
  // A field at rest: the first one has the focus and another border.
  const amount = page.getByRole('textbox', { name: 'Сумма', exact: true });
  await amount.waitFor();
  expect(await heightOf(amount)).toBe(32);
  expect(await look(amount, 'border-top-left-radius', 'border-top-color', 'font-size')).toEqual({
    'border-top-left-radius': '6px',
    'border-top-color': colours.light.control,
    'font-size': '13px',
  });
  expect(await look(page.getByText('Сумма', { exact: true }), 'font-size', 'font-weight', 'color')).toEqual({
    'font-size': '12px',
    'font-weight': '500',
    color: colours.light.text2,
  });
});

test('the zones of the window follow its width', async ({ kazan }) => {
  const { page } = kazan;
  const frame = new Frame(page);
  const register = new Register(page);
  await frame.enter(clerk);
  await expect(register.preview).toBeVisible();
  for (const [width, rail, preview] of [
    [1280, 56, 308],
    [1440, 200, 308],
    [1600, 200, 360],
    [1920, 200, 420],
    [2560, 200, 520],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => widths(page, register), { message: `at ${width}` }).toEqual({ rail, preview });
  }
});

async function widths(page: Page, register: Register): Promise<{ rail: number; preview: number }> {
  return {
    rail: await widthOf(page.getByRole('navigation', { name: 'Разделы' })),
    preview: await widthOf(register.preview),
  };
}
