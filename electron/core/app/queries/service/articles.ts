import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { plainText } from '#electron/core/app/queries/service/plain-text.ts';
import { rank, type Worded, worded } from '#electron/core/app/queries/service/word-search.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { highlight, snippet } from '#shared/lib/text/highlight.ts';
import { tellingWords } from '#shared/lib/text/small-words.ts';
import type { ArticleHit } from '#shared/queries/service.ts';

type Article = RowOf<'article'>;
type Known = Worded<{ row: Article; plain: string }>;

const excerptLength = 160;
const keptFor = new WeakMap<Readable, Latest<Known[]>>();

/** Every article with its words, the latest changed first; read once per version of the articles. */
export function knownArticles(db: Readable, deps: QueryDeps): readonly Known[] {
  const kept = keptFor.get(db) ?? new Latest<Known[]>();
  keptFor.set(db, kept);
  return kept.get(String(deps.versions('article')), () =>
    rowsOf(db, 'article', 'ORDER BY updatedAt DESC, id').map((row) => {
      const plain = plainText(row.text);
      return worded({ row, plain }, [
        { weight: 1, text: row.title },
        { weight: 0.9, text: row.keywords.join('\n') },
        { weight: 0.5, text: plain },
      ]);
    }),
  );
}

interface Wish {
  text: string;
  /** Articles of this service come first, and even when they lack the words. */
  serviceId: string | null;
  most: number;
}

/** An article that lacks most of the words, and is named by none of them, would only be in the way. */
const fitting = 0.34;

/** Living articles that fit what somebody types, the best first. */
export function articleHits(db: Readable, deps: QueryDeps, { text: typed, serviceId, most }: Wish): ArticleHit[] {
  const text = tellingWords(typed);
  const living = knownArticles(db, deps).filter(({ of }) => of.row.archivedAt === null);
  const ofService = ({ row }: { row: Article }): boolean => serviceId !== null && row.serviceIds.includes(serviceId);
  const found = rank(living, text)
    .filter(({ named, share }) => named || share >= fitting)
    .map(({ of }) => of);
  const others = living.map(({ of }) => of).filter((one) => ofService(one) && !found.includes(one));
  const ordered = [...found.filter(ofService), ...found.filter((one) => !ofService(one)), ...others];
  return ordered.slice(0, most).map(({ row, plain }) => {
    const part = snippet(plain, text, excerptLength, wordKeysHere());
    // The marks of what was left out belong to the excerpt: its ranges move with them.
    const shift = part.before ? 1 : 0;
    return {
      id: row.id,
      title: row.title,
      titleRanges: highlight(row.title, text, wordKeysHere()),
      excerpt: `${part.before ? '…' : ''}${part.text}${part.after ? '…' : ''}`,
      excerptRanges: part.ranges.map(([from, to]): [number, number] => [from + shift, to + shift]),
    };
  });
}
