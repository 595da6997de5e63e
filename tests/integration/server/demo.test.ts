import { expect, test } from 'vitest';
import { demoPassword } from '#server/plugins/demo.ts';
import { hashPassword } from '#server/plugins/passwords.ts';
import { saveAccounts } from '#server/store/accounts.ts';
import { startCentre } from '#tests/integration/server/centre.ts';
import { clerk } from '#tests/integration/server/company.ts';

test('a demo server lists its people without the blocked, and its password works', async () => {
  const centre = await startCentre({ demo: true });
  try {
    const passwordHash = await hashPassword(demoPassword);
    await saveAccounts(centre.pool, [{ org: 'one', employeeId: clerk, login: 'clerk-one', passwordHash }], 1);
    const people = (await (await centre.get('/demo/accounts')).json()) as { login: string }[];
    expect(people.map((person) => person.login)).toEqual(['clerk-one', 'director-one', 'clerk-two', 'director-two']);
    expect(people[0]).toEqual({
      login: 'clerk-one',
      fullName: 'Сотрудник clerk-one',
      position: 'Делопроизводитель',
      branch: 'Казань',
      password: demoPassword,
    });
    const login = await centre.post('/session', { login: 'clerk-one', password: demoPassword, device: 'pc' });
    expect(login.status).toBe(200);
  } finally {
    await centre.close();
  }
});
