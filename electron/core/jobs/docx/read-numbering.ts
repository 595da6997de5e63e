import { readXml } from '#electron/core/jobs/docx/read-xml.ts';

/** One level of a list. `text` holds %1 … %9 for the numbers of the levels. */
export interface NumberingLevel {
  start: number;
  format: string;
  text: string;
  /** After which level (1-based) it begins anew; 0 never, null after any higher one. */
  restart: number | null;
  /** All numbers in Arabic digits, whatever their levels say. */
  legal: boolean;
  /** The paragraph style that stands at this level. */
  style: string | null;
}

/** What `w:num` refers to and where it departs from it. */
export interface NumberingInstance {
  abstract: string;
  levels: Map<number, NumberingLevel>;
  starts: Map<number, number>;
}

export interface NumberingDefinitions {
  readonly abstracts: ReadonlyMap<string, ReadonlyMap<number, NumberingLevel>>;
  readonly instances: ReadonlyMap<string, NumberingInstance>;
  /** Abstract numbering that is defined by a style → the style. */
  readonly byStyle: ReadonlyMap<string, string>;
}

const freshLevel = (): NumberingLevel => ({
  // Without `w:start` a list begins at zero (17.9.25).
  start: 0,
  format: 'decimal',
  text: '',
  restart: null,
  legal: false,
  style: null,
});

/** Reads `numbering.xml` (ECMA-376 part 1, 17.9); without the part there is nothing in it. */
export function readNumbering(text: string | null): NumberingDefinitions {
  const abstracts = new Map<string, Map<number, NumberingLevel>>();
  const instances = new Map<string, NumberingInstance>();
  const byStyle = new Map<string, string>();
  let abstract = '';
  let instance: NumberingInstance | null = null;
  let level: NumberingLevel | null = null;
  let overridden = 0;
  if (text !== null)
    readXml(text, {
      open(name, attributes) {
        const value = attributes('val') ?? '';
        if (name === 'abstractNum') {
          abstract = attributes('abstractNumId') ?? '';
          abstracts.set(abstract, new Map());
        } else if (name === 'num') {
          instance = { abstract: '', levels: new Map(), starts: new Map() };
          instances.set(attributes('numId') ?? '', instance);
        } else if (name === 'abstractNumId' && instance) instance.abstract = value;
        else if (name === 'numStyleLink') byStyle.set(abstract, value);
        else if (name === 'lvlOverride') overridden = Number(attributes('ilvl') ?? 0);
        else if (name === 'startOverride') instance?.starts.set(overridden, Number(value));
        else if (name === 'lvl') {
          level = freshLevel();
          const levels = instance ? instance.levels : abstracts.get(abstract);
          levels?.set(Number(attributes('ilvl') ?? 0), level);
        } else if (!level) return;
        else if (name === 'start') level.start = Number(value);
        else if (name === 'numFmt') level.format = value;
        else if (name === 'lvlText') level.text = value;
        else if (name === 'lvlRestart') level.restart = Number(value);
        else if (name === 'isLgl') level.legal = value !== '0' && value !== 'false';
        else if (name === 'pStyle') level.style = value;
      },
      close(name) {
        if (name === 'lvl') level = null;
        if (name === 'num') instance = null;
      },
      text: () => {},
    });
  return { abstracts, instances, byStyle };
}
