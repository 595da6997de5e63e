import { formatNumber } from '#electron/core/jobs/docx/format-number.ts';
import type { NumberingDefinitions, NumberingLevel } from '#electron/core/jobs/docx/read-numbering.ts';
import type { Styles } from '#electron/core/jobs/docx/read-styles.ts';

/** What a paragraph itself says about its number. */
export interface NumberingMark {
  readonly style: string | null;
  readonly numberingId: string | null;
  readonly level: number | null;
}

/** The number of the next paragraph in reading order, as Word shows it («4.2», «б)»); null where it has none. */
export type NumberCounter = (mark: NumberingMark) => { number: string; level: number } | null;

/** Counts the lists of one document the way Word does (ECMA-376 part 1, 17.9). */
export function numberCounter(definitions: NumberingDefinitions, styles: Styles): NumberCounter {
  // Lists that refer to one abstract numbering go on counting together, unless one says where it starts.
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const abstractOf = (numberingId: string): string | null => {
    const abstract = definitions.instances.get(numberingId)?.abstract;
    if (abstract === undefined) return null;
    const style = definitions.byStyle.get(abstract);
    const linked = style === undefined ? null : styles(style).numberingId;
    return linked === null ? abstract : (definitions.instances.get(linked)?.abstract ?? abstract);
  };

  return (mark) => {
    const style = styles(mark.style);
    const numberingId = mark.numberingId ?? style.numberingId;
    if (numberingId === null || numberingId === '0') return null;
    const abstract = abstractOf(numberingId);
    if (abstract === null) return null;
    const instance = definitions.instances.get(numberingId);
    const levelAt = (at: number): NumberingLevel | undefined =>
      instance?.levels.get(at) ?? definitions.abstracts.get(abstract)?.get(at);
    const ofStyle = (): number => {
      for (let at = 0; at < 9; at += 1) if (mark.style !== null && levelAt(at)?.style === mark.style) return at;
      return style.level ?? 0;
    };
    const at = mark.level ?? (mark.numberingId === null ? ofStyle() : (style.level ?? 0));
    const level = levelAt(at);
    if (!level) return null;

    const counter = counters.get(abstract) ?? [];
    counters.set(abstract, counter);
    const override = instance?.starts.get(at);
    const first = !begun.has(`${numberingId} ${at}`);
    begun.add(`${numberingId} ${at}`);
    // A level that stands above the first one used counts as used once: after «2.1.9» the next one above is 3.
    for (let above = 0; above < at; above += 1) counter[above] ??= levelAt(above)?.start ?? 1;
    const before = counter[at];
    if (first && override !== undefined) counter[at] = override;
    else counter[at] = before === undefined ? (override ?? level.start) : before + 1;
    for (let deeper = at + 1; deeper < 9; deeper += 1) {
      const restart = levelAt(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counter[deeper] = undefined;
    }
    const number = level.text.replace(/%([1-9])/g, (_whole, digit: string) => {
      const shown = levelAt(Number(digit) - 1);
      const value = counter[Number(digit) - 1] ?? shown?.start ?? 1;
      return formatNumber(value, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
    });
    return { number: level.format === 'bullet' ? '' : number, level: at };
  };
}
