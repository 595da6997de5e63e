import { enterCounterparties } from '#tests/e2e/pages/counterparty.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

const accountant = 'Павел Юдин';

/** Words of the window, and a company that somebody enters a second time. */
const windows = [
  {
    language: 'ru',
    double: 'Записано второй раз',
    number: '+7 495 777-00-11',
    running: /Зарегистрирован|На исполнении/,
    requisites: 'Реквизиты',
    name: 'Название',
    inn: 'ИНН',
    phone: 'Телефон',
    duplicates: /^Возможные дубли/,
    compare: /Сравнить/,
    merging: 'Объединение контрагентов',
    stays: 'Останется эта карточка',
    merge: 'Объединить',
    cameFrom: /^Вы открыли «?Записано второй раз/,
    together: 'Всё вместе',
    timeline: 'Лента',
    contracts: 'Договоры',
    people: 'Кто ведёт',
    facts: 'Сведения',
    position: 'Должность',
    addLink: 'Добавить связь',
    link: 'Связь с документом',
    findDocument: 'Найти документ',
    linkAs: 'Чем он приходится этому документу',
    carriedOut: 'Исполнение',
    doLink: 'Связать',
    picture: 'Картина связей',
    links: 'Связи',
    linked: 'Связанные документы',
    basis: /Основание/,
    headings: ['Расчёты', 'Ждут решения', 'Скоро срок', 'Кто ведёт', 'Лента'],
  },
  {
    language: 'en',
    double: 'Записано в третий раз',
    number: '+7 495 777-00-22',
    running: /Registered|In progress/,
    requisites: 'Requisites',
    name: 'Name',
    inn: 'INN',
    phone: 'Phone',
    duplicates: /^Possible duplicates/,
    compare: /Compare/,
    merging: 'Merging counterparties',
    stays: 'This record stays',
    merge: 'Merge',
    cameFrom: /^You opened “?Записано в третий раз/,
    together: 'Everything',
    timeline: 'Timeline',
    contracts: 'Contracts',
    people: 'Who handles it',
    facts: 'Facts',
    position: 'Position',
    addLink: 'Add a link',
    link: 'Link to a document',
    findDocument: 'Find a document',
    linkAs: 'What it is to this document',
    carriedOut: 'Carried out by',
    doLink: 'Link',
    picture: 'Picture of links',
    links: 'Links',
    linked: 'Linked documents',
    basis: /Basis/,
    headings: ['Balance', 'Waiting for a decision', 'Due soon', 'Who handles it', 'Timeline'],
  },
] as const;

for (const say of windows) {
  test(`one page per counterparty, contract and person: everything is found there, and a duplicate is merged away, in ${say.language}`, async ({
    moscow,
  }) => {
    const { page, frame, party, register } = await enterCounterparties(moscow.page, accountant);
    await frame.speak(say.language);

    // Somebody has entered a company a second time.
    await frame.go('/contracts');
    await register.openRow(say.running);
    const company = page
      .getByRole('main')
      .locator('header')
      .getByRole('link', { name: /, (ООО|АО)$/ });
    const known = ((await company.textContent()) ?? '').trim();
    const contract = page.url().split('#')[1] ?? '';
    await company.click();
    await expect(party.title).toContainText(known);
    const kept = page.url().split('#')[1] ?? '';
    const inn = (await page.getByRole('region', { name: say.requisites }).locator('dd').first().innerText()).slice(
      0,
      10,
    );
    await frame.go('/counterparties/new');
    await party.fill({ [say.name]: say.double, [say.inn]: inn, [say.phone]: say.number });
    await party.save();
    await expect(party.title).toContainText(say.double);
    const double = page.url().split('#')[1] ?? '';

    // The two are compared, the phone is taken from the newer one, and one record is left.
    await frame.go('/counterparties');
    await page.getByRole('tab', { name: say.duplicates }).click();
    await page.getByRole('row', { name: say.double }).getByRole('link', { name: say.compare }).click();
    await expect(page.getByRole('table', { name: say.merging })).toContainText(say.stays);
    await page.getByRole('radio', { name: `${say.phone}: ${say.number}` }).check();
    await page.getByRole('button', { name: say.merge, exact: true }).click();
    await expect(party.title).toContainText(known);
    await expect(page.getByRole('link', { name: say.number })).toBeVisible();

    // The old address leads to the record that stands, with a word about it.
    await page.evaluate((to) => window.location.assign(to), `#${double}`);
    await expect(page.getByText(say.cameFrom)).toBeVisible();
    await expect(party.title).toContainText(known);
    expect(page.url()).toContain(kept);

    // Everything together; a figure leads to the documents it is made of.
    await page.getByRole('tab', { name: say.together }).click();
    const timeline = page.getByRole('region', { name: say.timeline });
    await expect(timeline.locator(`a[href="#${contract}"]`)).toBeVisible();
    await timeline.getByRole('button', { name: say.contracts }).click();
    await expect(timeline.locator(`a[href="#${contract}"]`)).toBeVisible();
    await page.getByRole('region', { name: say.people }).getByRole('link').first().click();
    await expect(page.getByRole('complementary', { name: say.facts })).toContainText(say.position);
    await expect(page.getByRole('region', { name: say.timeline }).getByRole('listitem').first()).toBeVisible();
    await page.goBack();

    // A link said once is seen from both sides, and the picture is walked by arrows.
    await frame.go(`${contract}?tab=links`);
    await page.getByRole('button', { name: say.addLink }).click();
    const dialog = page.getByRole('dialog', { name: say.link });
    await dialog.getByRole('textbox', { name: say.findDocument }).fill('счёт');
    await dialog.getByRole('radio').first().check({ force: true });
    await dialog.getByLabel(say.linkAs).first().click();
    await page.getByRole('option', { name: say.carriedOut, exact: true }).click();
    await dialog.getByRole('button', { name: say.doLink, exact: true }).click();
    const picture = page.getByRole('region', { name: say.picture }).last();
    const own = picture.locator('a[aria-current="true"]');
    await expect(own).toBeVisible();
    await expect(picture.getByRole('link')).not.toHaveCount(1);
    await own.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(new RegExp(contract));
    await page.getByRole('tab', { name: say.links }).click();
    await expect(page.getByRole('table', { name: say.linked }).getByRole('row', { name: say.basis })).toBeVisible();

    // Everything of the page of a company has its heading in the language of the window.
    await frame.go(`${kept}?tab=together`);
    for (const name of say.headings) await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  });
}
