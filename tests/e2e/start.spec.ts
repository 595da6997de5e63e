import { expect, test } from '#tests/e2e/support/fixtures.ts';

test('a demo account opens the filled register in one click, and a killed program comes back with the person signed in', async ({
  moscow,
}) => {
  const { page } = moscow;
  await page.getByText('Алия Гизатуллина').click();
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
  await expect(page.getByText('На связи с центром')).toBeVisible();

  await moscow.restart();
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
});

test('a cut network is shown, and so is its return', async ({ moscow }) => {
  const { page, network } = moscow;
  await page.getByText('Алия Гизатуллина').click();
  await expect(page.getByText('На связи с центром')).toBeVisible();
  network.cut();
  await expect(page.getByText('На связи с центром')).toBeHidden();
  network.heal();
  // Probing notices the way back within 3 seconds.
  await expect(page.getByText('На связи с центром')).toBeVisible({ timeout: 3_500 });
});
