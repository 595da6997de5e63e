import { titlesOf } from '#electron/core/app/queries/titles.ts';
import { documentsOf, shown } from '#electron/core/app/queries/work/documents.ts';
import { blank, type Desk, type Found, someDay } from '#electron/core/app/queries/work/found.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Comment = Pick<RowOf<'comment'>, 'id' | 'objectEntity' | 'objectId' | 'authorId' | 'text' | 'occurredAt'>;

/** Most mentions shown: the latest. */
const mostMentions = 500;

// The inner look goes along the index of comments that mention anybody, and touches no comment's text.
const sql = `SELECT c.id, c.objectEntity, c.objectId, c.authorId, substr(c.text, 1, 300) AS text, c.occurredAt FROM comment c
  WHERE c.rid IN (SELECT rid FROM comment WHERE length(mentions) > 4 AND instr(mentions, ?) > 0)
    AND c.authorId <> ? ORDER BY c.occurredAt DESC, c.id DESC LIMIT ?`;

/** What others wrote to the person here. They disappear when put away, not when read. */
export function mentionItems({ db, staff, acting }: Desk): Found[] {
  const comments = prepared(db, sql).all(`"${acting.me}"`, acting.me, mostMentions) as Comment[];
  const about = comments.map((one) => ({ entity: one.objectEntity, id: one.objectId }));
  const documents = documentsOf(
    db,
    about.filter((one) => one.entity === 'document').map((one) => one.id),
  );
  const titleOf = titlesOf(
    db,
    about.filter((one) => one.entity !== 'document'),
  );
  return comments.flatMap((one): Found[] => {
    const object = { entity: one.objectEntity, id: one.objectId };
    const document = documents.get(one.objectId);
    const title = document ? document.subject : titleOf(object).title;
    if (title === null) return [];
    const item = {
      ...blank,
      title,
      object,
      ...(document ? shown(document) : {}),
      item: `comment/${one.id}`,
      type: 'mention',
      group: 'later',
      fromId: one.authorId,
      fromName: staff.nameOf(one.authorId),
      text: one.text,
    } as const;
    return [{ item, by: someDay - one.occurredAt }];
  });
}
