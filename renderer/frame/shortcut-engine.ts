/** A press in physical terms, so that it works in the Russian and the English layout alike. */
export interface Press {
  code: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

/**
 * Bindings are written as caps: `Ctrl+K`, `Alt+1`, `Shift+F6`, `G D` (one after the other), `[`, `/`, `?`.
 * `whileTyping`: acts inside text fields as well. `inDialog`: acts while a dialog covers the page.
 */
export interface Binding {
  keys: string;
  run: () => unknown;
  whileTyping?: boolean;
  inDialog?: boolean;
}

const codes: Record<string, string> = {
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '/': 'Slash',
  '?': 'Shift+Slash',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Esc: 'Escape',
};

/** `Ctrl+K` → the form presses are compared in: modifiers in a fixed order, then the physical key. */
export function toPressText(cap: string): string {
  const parts = cap.split('+');
  const key = parts.pop() ?? '';
  const physical = codes[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key);
  const [code = '', ...implied] = physical.split('+').reverse();
  const held = new Set([...parts, ...implied]);
  return [...['Ctrl', 'Alt', 'Shift'].filter((one) => held.has(one)), code].join('+');
}

function pressText(press: Press): string {
  return [press.ctrl && 'Ctrl', press.alt && 'Alt', press.shift && 'Shift', press.code].filter(Boolean).join('+');
}

/** How long the first key of a pair waits for the second, in milliseconds. */
const PAIR_TIME = 1_500;

/**
 * Finds what a press means among the bindings; later bindings win. Pairs such as `G D` are remembered between presses.
 * Returns `wait` when the press begins a pair.
 */
export function createMatcher() {
  let first: { text: string; at: number } | null = null;
  return (bindings: readonly Binding[], press: Press, at: number): Binding | 'wait' | null => {
    const text = pressText(press);
    const begun = first !== null && at - first.at < PAIR_TIME ? first.text : null;
    first = null;
    const wanted = begun === null ? [text] : [`${begun} ${text}`];
    const found = bindings.findLast((binding) => wanted.includes(binding.keys.split(' ').map(toPressText).join(' ')));
    if (found) return found;
    if (
      begun === null &&
      bindings.some((binding) => binding.keys.includes(' ') && toPressText(binding.keys.split(' ')[0] ?? '') === text)
    ) {
      first = { text, at };
      return 'wait';
    }
    return null;
  };
}
