import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { articleHits } from '#electron/core/app/queries/service/articles.ts';
import { catalogLines } from '#electron/core/app/queries/service/catalog-lines.ts';
import { employeeHere, offeredTo, type Published } from '#electron/core/app/queries/service/published.ts';
import { rank, type Worded, worded } from '#electron/core/app/queries/service/word-search.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { fieldsOf } from '#shared/domain/form/form.ts';
import { highlight } from '#shared/lib/text/highlight.ts';
import { tellingWords } from '#shared/lib/text/small-words.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { ServiceHit } from '#shared/queries/service.ts';

const mostServices = 20;
const mostArticles = 6;

/** The words of a service are made once: rows of the catalog are the same objects until it changes. */
const words = new WeakMap<Published, Worded<Published>>();

function wordsOf(one: Published): Worded<Published> {
  const known = words.get(one);
  if (known) return known;
  const { service, definition } = one;
  const labels = fieldsOf(definition.form).map((field) => field.label);
  const made = worded(one, [
    { weight: 1, text: service.name },
    { weight: 0.9, text: service.keywords.join('\n') },
    { weight: 0.6, text: service.description },
    { weight: 0.2, text: labels.join('\n') },
  ]);
  words.set(one, made);
  return made;
}

/** Services and articles by the words people use: any form of a word, a beginning of the last one, keywords. */
export function serviceSearch(
  db: Readable,
  { text: typed, serviceId }: QueryArgs<'service.search'>,
  deps: QueryDeps,
): QueryResult<'service.search'> {
  const text = tellingWords(typed);
  const person = employeeHere(db, deps.userId);
  const offered = person ? offeredTo(db, deps, person) : [];
  const found = rank(offered.map(wordsOf), text).slice(0, mostServices);
  const { lines } = catalogLines(
    db,
    deps,
    found.map(({ of }) => of),
  );
  const services = found.flatMap(({ of }, n): ServiceHit[] => {
    const service = lines[n];
    if (!service) return [];
    const nameRanges = highlight(of.service.name, text, wordKeysHere());
    return [{ service, nameRanges, ...bestKeyword(of.service.keywords, text) }];
  });
  return { services, articles: articleHits(db, deps, { text, serviceId, most: mostArticles }) };
}

/** The keyword that has most of the words: it tells why a service of another name was found. */
function bestKeyword(keywords: readonly string[], text: string): Pick<ServiceHit, 'keyword' | 'keywordRanges'> {
  let best: Pick<ServiceHit, 'keyword' | 'keywordRanges'> = { keyword: null, keywordRanges: [] };
  for (const keyword of keywords) {
    const keywordRanges = highlight(keyword, text, wordKeysHere());
    if (keywordRanges.length > best.keywordRanges.length) best = { keyword, keywordRanges };
  }
  return best;
}
