import { type Attributes, readXml } from '#electron/core/jobs/docx/read-xml.ts';

/** What a paragraph style says about numbering and looks; null means it says nothing. */
export interface ParagraphStyle {
  readonly basedOn: string | null;
  readonly numberingId: string | null;
  readonly level: number | null;
  /** 0 to 8 makes a heading. */
  readonly outline: number | null;
  readonly bold: boolean | null;
}

export type Styles = (id: string | null) => ParagraphStyle;

const plain: ParagraphStyle = { basedOn: null, numberingId: null, level: null, outline: null, bold: null };

/** The switch elements of Word: present without a value means yes. */
export const isOn = (attributes: Attributes): boolean => !/^(0|false|off|none)$/.test(attributes('val') ?? '1');

/** Paragraph styles with everything they inherit. The answer for null is the default style's. */
export function readStyles(text: string | null): Styles {
  const own = new Map<string, ParagraphStyle>();
  let byDefault: string | null = null;
  let id = '';
  let current: { -readonly [K in keyof ParagraphStyle]: ParagraphStyle[K] } | null = null;
  // A change of formatting that is tracked keeps the old properties inside the new ones.
  let old = 0;
  if (text !== null)
    readXml(text, {
      open(name, attributes) {
        if (name.endsWith('PrChange')) old += 1;
        if (old > 0) return;
        if (name === 'style') {
          current = attributes('type') === 'paragraph' ? { ...plain } : null;
          id = attributes('styleId') ?? '';
          if (current && /^(1|true|on)$/.test(attributes('default') ?? '')) byDefault = id;
        } else if (!current) return;
        else if (name === 'basedOn') current.basedOn = attributes('val') ?? null;
        else if (name === 'numId') current.numberingId = attributes('val') ?? null;
        else if (name === 'ilvl') current.level = Number(attributes('val') ?? 0);
        else if (name === 'outlineLvl') current.outline = Number(attributes('val') ?? 9);
        else if (name === 'name' && /^(title|название)$/i.test(attributes('val') ?? '')) current.outline ??= 0;
        else if (name === 'b') current.bold = isOn(attributes);
      },
      close(name) {
        if (name.endsWith('PrChange')) old -= 1;
        if (name === 'style' && current) own.set(id, current);
        if (name === 'style') current = null;
      },
      text: () => {},
    });
  const whole = new Map<string, ParagraphStyle>();
  const inherit = (style: string, depth: number): ParagraphStyle => {
    const known = whole.get(style);
    if (known) return known;
    const mine = own.get(style) ?? plain;
    // A style based on itself through others must not hang the reading.
    const parent = mine.basedOn !== null && depth < 30 ? inherit(mine.basedOn, depth + 1) : plain;
    const both: ParagraphStyle = {
      basedOn: mine.basedOn,
      numberingId: mine.numberingId ?? parent.numberingId,
      level: mine.level ?? parent.level,
      outline: mine.outline ?? parent.outline,
      bold: mine.bold ?? parent.bold,
    };
    whole.set(style, both);
    return both;
  };
  return (style) => {
    const name = style ?? byDefault;
    return name === null ? plain : inherit(name, 0);
  };
}
