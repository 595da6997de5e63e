import type { Source } from '#build/dictionary/read-source.ts';

// Prepositions, conjunctions, particles and pronouns stand in every text. Their rare readings («для» as a form of
// «длить», «в» as «век») would make those words match nearly every document.
const CLOSED_CLASS = /^(?:PREP|CONJ|PRCL|NPRO)/;
const NEARLY_ALWAYS = 0.85;

interface Reading {
  lemma: string;
  tag: string;
}

function readingsOf(source: Source): Map<string, Reading[]> {
  const formsOf = (lexeme: Source['lexemes'][number]) => source.paradigms[lexeme.paradigm]?.forms ?? [];
  const readings = new Map<string, Reading[]>();
  for (const lexeme of source.lexemes) {
    if (!CLOSED_CLASS.test(formsOf(lexeme)[0]?.tag ?? '')) continue;
    for (const form of formsOf(lexeme)) readings.set(form.prefix + lexeme.stem + form.suffix, []);
  }
  for (const lexeme of source.lexemes) {
    const forms = formsOf(lexeme);
    const lemma = lexeme.stem + (forms[0]?.suffix ?? '');
    for (const form of forms) {
      readings.get(form.prefix + lexeme.stem + form.suffix)?.push({ lemma, tag: form.tag });
    }
  }
  return readings;
}

/** Forms that are function words nearly always, with the lemmas they keep. */
export function functionWords(source: Source): Map<string, string[]> {
  const kept = new Map<string, string[]>();
  for (const [form, readings] of readingsOf(source)) {
    const closed = readings.filter((reading) => CLOSED_CLASS.test(reading.tag));
    const tags = new Set(closed.map((reading) => reading.tag));
    const share = [...tags].reduce((sum, tag) => sum + (source.share(form, tag) ?? 0), 0);
    const lemmas = new Set(closed.map((reading) => reading.lemma));
    const others = readings.some((reading) => !lemmas.has(reading.lemma));
    if (others && share >= NEARLY_ALWAYS) kept.set(form, [...lemmas]);
  }
  return kept;
}
