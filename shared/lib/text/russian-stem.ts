// The Russian Snowball algorithm (Porter, snowballstem.org), on folded words (ё already е).
const VOWEL = /[аеиоуыэюя]/;
const PERFECTIVE_AFTER_A = /[ая](?:вшись|вши|в)$/;
const PERFECTIVE = /(?:ившись|ывшись|ивши|ывши|ив|ыв)$/;
const ADJECTIVE = /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/;
const PARTICIPLE_AFTER_A = /[ая](?:ющ|ем|нн|вш|щ)$/;
const PARTICIPLE = /(?:ующ|ивш|ывш)$/;
const REFLEXIVE = /с[яь]$/;
const VERB_AFTER_A = /[ая](?:йте|ешь|нно|ете|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)$/;
const VERB =
  /(?:уйте|ейте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю)$/;
const NOUN =
  /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/;
// Behind the second group of vowels and consonants («R2» of the algorithm).
const DERIVATIONAL = /^[аеиоуыэюя]*[^аеиоуыэюя]+[аеиоуыэюя]+[^аеиоуыэюя].*(ость?)$/;
const SUPERLATIVE = /(?:ейше|ейш)$/;

function strip(text: string, ending: RegExp): string | undefined {
  const match = ending.exec(text);
  return match === null ? undefined : text.slice(0, match.index);
}

/** Strips endings that count only behind а or я; the letter itself stays. */
function stripAfterA(text: string, ending: RegExp): string | undefined {
  const match = ending.exec(text);
  return match === null ? undefined : text.slice(0, match.index + 1);
}

/** The longer of two endings wins, as the algorithm asks. */
function shorter(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined) return b;
  return b === undefined || a.length <= b.length ? a : b;
}

function adjectival(text: string): string | undefined {
  const stem = strip(text, ADJECTIVE);
  if (stem === undefined) return undefined;
  return shorter(stripAfterA(stem, PARTICIPLE_AFTER_A), strip(stem, PARTICIPLE)) ?? stem;
}

function firstStep(text: string): string {
  const perfective = shorter(stripAfterA(text, PERFECTIVE_AFTER_A), strip(text, PERFECTIVE));
  if (perfective !== undefined) return perfective;
  const rest = strip(text, REFLEXIVE) ?? text;
  return adjectival(rest) ?? shorter(stripAfterA(rest, VERB_AFTER_A), strip(rest, VERB)) ?? strip(rest, NOUN) ?? rest;
}

/** Stem of a folded Russian word; a word without vowels or in another script stays as it is. */
export function russianStem(word: string): string {
  const vowel = word.search(VOWEL);
  if (vowel < 0) return word;
  const head = word.slice(0, vowel + 1);
  let region = firstStep(word.slice(vowel + 1));
  region = strip(region, /и$/) ?? region;
  const derivational = DERIVATIONAL.exec(region);
  if (derivational !== null) region = region.slice(0, region.length - (derivational[1]?.length ?? 0));
  if (region.endsWith('нн')) return head + region.slice(0, -1);
  const superlative = strip(region, SUPERLATIVE);
  if (superlative !== undefined) return head + (superlative.endsWith('нн') ? superlative.slice(0, -1) : superlative);
  return head + (strip(region, /ь$/) ?? region);
}
