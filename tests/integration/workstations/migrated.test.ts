import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { places } from '#electron/core/profile/places.ts';
import { backupsOf } from '#electron/core/store/backup.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { openWritable } from '#electron/core/store/open.ts';
import type { SessionState } from '#shared/ipc/contract.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { director, documentId } from '#tests/integration/server/company.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

const [kept, missing] = [documentId(1), documentId(3)];

describe('a workstation whose program is newer than its copy', () => {
  let centre: Centre;
  let place: TestWorkplace;
  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
    place = await startWorkplace(centre.url, 'МСК-01');
    await place.login('director-one');
    await place.settled();
  });
  afterAll(async () => {
    await place.close();
    await centre.close();
  });

  const path = () => places(place.profileDir).database(director);

  it('fetches what the copy could not hold, and sends what waited in it', async () => {
    await place.cut(true);
    await place.command('comment.add', { objectEntity: 'document', objectId: kept, text: 'до обновления' });
    await place.core.close();
    // A copy of an earlier schema: a table is not there yet, and a row that the centre has never reached it.
    const db = openWritable({ path: path(), key: place.key });
    db.exec(`DROP TABLE clause; DELETE FROM document WHERE id = '${missing}'`);
    writeMeta(db, 'schema', '1');
    db.close();

    await place.restart();
    await place.until(async () => (await place.query('document.card', { id: missing })) !== null);
    await place.settled();
    const comments = await place.query('record.comments', { entity: 'document', id: kept });
    expect(comments.map((one) => one.text)).toEqual(['до обновления']);
    expect(readdirSync(backupsOf(path()))).toHaveLength(1);
    const other = await startWorkplace(centre.url, 'МСК-02');
    await other.login('director-one');
    expect(await other.query('record.comments', { entity: 'document', id: kept })).toHaveLength(1);
    await other.close();
  });

  it('refuses a copy of a later program in so many words, and leaves it as it is', async () => {
    await place.core.close();
    const db = openWritable({ path: path(), key: place.key });
    writeMeta(db, 'schema', '99');
    db.close();
    await place.restart();
    const state = await place.ask<SessionState>('session.state');
    expect(state).toMatchObject({ stage: 'trouble', trouble: { code: 'NEWER_DATA', details: { found: '99' } } });
    await place.core.close();
    const again = openWritable({ path: path(), key: place.key });
    expect(readMeta(again, 'schema')).toBe('99');
    expect(again.prepare('SELECT count(*) FROM comment').pluck().get()).toBe(1);
    again.close();
  });
});
