import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  attachmentRow,
  conflictRow,
  documentRow,
  idAt,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { writeMeta } from '#electron/core/store/meta.ts';

const at = 1_700_000_000_000;
const row = documentRow(1);
const about = { entity: 'document', id: row.id };

describe('receipts', () => {
  let office: SmallOffice;
  beforeEach(() => {
    office = new SmallOffice();
  });
  afterEach(() => office.close());

  const sort = { column: 'date', direction: 'desc' } as const;
  const listed = () => office.query('document.list', { filter: {}, sort, start: 0, end: 10 }).rows[0]?.receipt;
  const receipt = () => {
    const [fromList, fromCard] = [listed(), office.query('document.card', { id: row.id })?.receipt];
    expect(fromList).toEqual(fromCard);
    expect(office.query('record.path', { entity: 'document', id: row.id }).receipt).toEqual(fromCard);
    return fromList;
  };

  it('has one tick without files, two when the centre has the row and every living file', () => {
    office.put('document', row);
    expect(receipt()).toEqual({ state: 'ok', at });
    office.put('attachment', attachmentRow(1, row.id, at));
    office.put('attachment', { ...attachmentRow(2, row.id, null), archivedAt: at });
    expect(receipt()).toEqual({ state: 'full', at });
  });

  it('has one tick while a file is not verified', () => {
    office.put('document', row);
    office.put('attachment', attachmentRow(1, row.id, null));
    expect(receipt()).toEqual({ state: 'ok', at });
  });

  it('waits while the centre has not taken the row, even when nothing is in the outbox', () => {
    office.put('document', row, 0);
    expect(receipt()).toEqual({ state: 'out', at: null });
  });

  it('waits, travels and arrives with its command', () => {
    office.put('document', row);
    const n = office.enter('document.update', about);
    expect(receipt()?.state).toBe('out');
    office.sending = { from: n + 1, to: n + 5 };
    expect(receipt()?.state).toBe('out');
    office.sending = { from: n, to: n };
    expect(receipt()?.state).toBe('send');
    office.sending = null;
    office.decide(n, 'accepted');
    expect(receipt()?.state).toBe('ok');
  });

  it('tells why the centre refused, until the person puts the refusal aside', () => {
    office.put('document', row);
    const n = office.enter('document.update', about);
    office.decide(n, 'rejected', 'DENIED');
    expect(receipt()).toEqual({ state: 'rej', at, code: 'DENIED' });
    office.decide(office.enter('document.update', about), 'accepted');
    expect(receipt()?.state).toBe('rej');
    office.writer.prepare('UPDATE outbox SET dismissed = 1').run();
    expect(receipt()?.state).toBe('ok');
  });

  it('does not call a change taken back by its author refused', () => {
    office.put('document', row);
    const n = office.enter('sync.withdraw', about);
    expect(receipt()?.state).toBe('ok');
    office.decide(n, 'rejected', 'WITHDRAWN');
    expect(receipt()?.state).toBe('ok');
  });

  it('shows an open conflict, and its decision on the way', () => {
    office.put('document', row);
    const conflict = conflictRow(1, { objectId: row.id });
    office.put('conflict', conflict);
    expect(receipt()?.state).toBe('conf');
    office.put('conflict', { ...conflict, state: 'resolved' });
    office.enter('conflict.resolve', { entity: 'conflict', id: conflict.id });
    expect(receipt()?.state).toBe('out');
    office.put('conflict', conflictRow(2, { objectId: idAt(1_002) }));
    expect(receipt()?.state).toBe('out');
  });

  it('is in doubt while something has left and no answer has come', () => {
    office.put('document', row);
    const n = office.enter('document.update', about);
    writeMeta(office.writer, 'leftN', n);
    expect(receipt()).toEqual({ state: 'send', at, inDoubt: true });
    expect(office.query('record.path', { entity: 'document', id: row.id }).steps[0]?.inDoubt).toBe(true);
    office.sending = { from: n, to: n };
    expect(receipt()).toEqual({ state: 'send', at });
    office.sending = null;
    office.decide(n, 'accepted');
    expect(receipt()).toEqual({ state: 'ok', at });
  });
});
