import { tokenize } from './tokens.ts';

/** Words of a sentence that tell nothing of its matter: prepositions, conjunctions, pronouns, «нужно» and «пожалуйста». Folded as tokens are. */
const small = new Set(
  `а без бы был было быть в вам вас во вот вы где да для до его ее если есть еще ей же за здравствуйте и из или им их к ка как какая какой какие
когда ко которая которые который кто куда ли меня мне мной можно мои мой моя мое моего моей моем моих моему на над надо нам нас наш не него нее
нет ни них но ну нужен нужна нужно нужны о об он она они от перед по под пожалуйста после при про прошу с сделать сделайте со так также там
то тоже тут ты у уже хотел хотела хотелось хочу чего чем что чтобы эта эти это этот я
a an and are at be by can do for from get how i in is it me my need not of on or our please the their this to want we what when where which
who with would you your`.split(/\s+/),
);

/** What people typed without its small words; as it was, when it has no other. */
export function tellingWords(text: string): string {
  const tokens = tokenize(text);
  const isSmall = tokens.map((token) => small.has(token.text));
  if (!isSmall.includes(false)) return text;
  let kept = '';
  let at = 0;
  for (const [n, token] of tokens.entries()) {
    kept += text.slice(at, isSmall[n] ? token.start : token.end);
    at = token.end;
  }
  // A small word at the end is ended too: the word before it is no longer being typed.
  return isSmall.at(-1) ? `${kept} ` : kept + text.slice(at);
}
