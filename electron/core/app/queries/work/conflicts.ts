import { titlesOf } from '#electron/core/app/queries/titles.ts';
import { documentsOf, shown } from '#electron/core/app/queries/work/documents.ts';
import { blank, type Desk, type Found, someDay } from '#electron/core/app/queries/work/found.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Conflict = Pick<RowOf<'conflict'>, 'id' | 'objectEntity' | 'objectId' | 'authorId' | 'theirsById'>;

const sql = `SELECT id, objectEntity, objectId, authorId, theirsById FROM conflict WHERE state = 'open' ORDER BY id DESC`;

/** Open disputes about what the person here wrote, or about documents they answer for. */
export function conflictItems({ db, staff, acting }: Desk): Found[] {
  const all = prepared(db, sql).all() as Conflict[];
  const documents = documentsOf(
    db,
    all.filter((one) => one.objectEntity === 'document').map((one) => one.objectId),
  );
  const mine = all.filter(
    (one) => one.authorId === acting.me || documents.get(one.objectId)?.responsibleId === acting.me,
  );
  const objectOf = (one: Conflict) => ({ entity: one.objectEntity, id: one.objectId });
  const titleOf = titlesOf(db, mine.map(objectOf));
  return mine.map((one): Found => {
    const document = documents.get(one.objectId);
    const item = {
      ...blank,
      title: titleOf(objectOf(one)).title ?? '',
      object: objectOf(one),
      ...(document ? shown(document) : {}),
      item: `conflict/${one.id}`,
      type: 'conflict',
      group: 'later',
      fromId: one.theirsById,
      fromName: staff.nameOf(one.theirsById),
    } as const;
    return { item, by: someDay };
  });
}
