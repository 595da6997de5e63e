import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankField } from '#shared/domain/form/form.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { clerk, director, kazan } from '#tests/integration/server/company.ts';
import { letter } from '#tests/integration/workstations/forms.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

const fields = [blankField('product', 'text', 'Товар', { required: true }), blankField('loss', 'money', 'Ущерб')];
const form = { sections: [{ key: 'goods', title: '', hint: null, fields }] };

describe('kinds of the company’s own, and papers that few may see, at two workstations', () => {
  let centre: Centre;
  let head: TestWorkplace;
  let branch: TestWorkplace;

  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
    head = await startWorkplace(centre.url, 'МСК-01');
    branch = await startWorkplace(centre.url, 'КЗН-01');
    await head.login('director-one');
    await branch.login('clerk-one');
  });
  afterAll(async () => {
    await head.close();
    await branch.close();
    await centre.close();
  });

  const isAt = async (place: TestWorkplace, id: string) => (await place.query('document.card', { id })) !== null;
  const make = async (place: TestWorkplace, given: Parameters<typeof letter>[0]): Promise<string> => {
    const { result } = await place.command('document.create', letter({ branchId: kazan, number: null, ...given }));
    return (result as { id: string }).id;
  };

  it('a kind published in the centre is filled in without a link under the version that was here', async () => {
    const kind = {
      key: 'claim',
      base: 'custom',
      label: 'Рекламация',
      labelEn: null,
      icon: 'claim',
      position: 1,
    } as const;
    const { result } = await head.command('document_kind.create', { ...kind, draft: form });
    const { id: kindId } = result as { id: string };
    await head.command('document_kind.publish', { id: kindId, note: '' });
    await branch.until(async () => (await branch.query('kind.list', {})).length === 1);

    await branch.cut(true);
    const [offered] = await branch.query('kind.list', {});
    const filled = { kind: 'custom', kindId, kindVersionId: offered?.versionId ?? null } as const;
    const paper = await make(branch, { ...filled, subject: 'Брак', custom: { product: 'Насос', loss: 50_000 } });
    await expect(make(branch, { ...filled, custom: { loss: 1 } })).rejects.toMatchObject({ code: 'FORM_PROBLEMS' });
    const stricter = {
      sections: [
        { ...form.sections[0], fields: [...fields, blankField('aim', 'text', 'Чего ждём', { required: true })] },
      ],
    };
    await head.command('document_kind.update', {
      id: kindId,
      patch: { draft: stricter as typeof form },
      base: { draft: null },
    });
    await head.command('document_kind.publish', { id: kindId, note: '' });
    await head.settled();
    await branch.cut(false);
    await branch.settled();

    await head.until(() => isAt(head, paper));
    const card = await head.query('document.card', { id: paper });
    expect(card).toMatchObject({
      ownKind: { label: 'Рекламация', version: 1 },
      document: { custom: { loss: 50_000 } },
    });
    const filter = { custom: [{ key: 'loss', op: 'at_least', value: 40_000 } as const] };
    const sort = { column: 'custom:product', direction: 'asc' } as const;
    for (const place of [head, branch])
      expect((await place.query('document.ids', { filter, sort })).ids).toEqual([paper]);
  });

  it('a paper made confidential leaves the workstation of its branch, and comes to whoever is let in', async () => {
    const paper = await make(head, { subject: 'О премиях', responsibleId: director });
    await branch.until(() => isAt(branch, paper));
    await head.command('document.update', {
      id: paper,
      patch: { isConfidential: true },
      base: { isConfidential: null },
    });
    await branch.until(async () => !(await isAt(branch, paper)));
    const seenBy = async () =>
      (await head.query('document.readers', { id: paper }))?.people.map((one) => one.employeeId);
    expect(await seenBy()).toEqual([director]);

    await head.command('document.update', { id: paper, patch: { readers: [clerk] }, base: { readers: null } });
    await branch.until(() => isAt(branch, paper));
    expect((await seenBy())?.toSorted()).toEqual([director, clerk].toSorted());
    expect((await branch.query('search', { text: 'премия', limit: 5 })).hits.map((hit) => hit.id)).toContain(paper);
  });
});
