import { expect, expectGood, signIn, test } from './upline';

test('the register filters in its address, opens, and keeps its place', async ({ page }) => {
  await signIn(page, 'reporter@bluemesa.example', '/relationships');
  await expect(page.getByRole('status').filter({ hasText: 'shown' })).toBeVisible();
  await expectGood(page, 'relationships');
  await page.getByRole('combobox', { name: 'Function' }).click();
  await page.getByRole('option', { name: 'Lead Generation' }).click();
  await expect(page).toHaveURL(/performs=LEAD_GENERATION/);
  const first = page.getByRole('table').getByRole('link').first();
  const reference = await first.textContent();
  await first.click();
  await expect(page.getByText(reference as string)).toBeVisible();
  await page.getByRole('tab', { name: 'Chain' }).click();
  await expect(page.getByRole('columnheader', { name: 'Level' })).toBeVisible();
  await page.getByText('As a picture').click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Details' }).click();
  await expectGood(page, 'relationship');
  await page.goBack();
  await expect(page).toHaveURL(/performs=LEAD_GENERATION/);
});

test('every fault of a new relationship stands at its field, and a change that came between is told', async ({ page, context }) => {
  await signIn(page, 'reporter@harborline.example', '/relationships/new');
  await page.getByRole('textbox', { name: 'Legal name' }).fill('Quiet Harbor Marketing LLC');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText(/entries need correction/);
  await expect(page.getByRole('radiogroup', { name: 'Any work offshore?' }).or(page.getByRole('group', { name: 'Any work offshore?' })).first()).toBeVisible();
  await expectGood(page, 'relationship-form');

  // What was typed is there again when the page is loaded anew.
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Legal name' })).toHaveValue('Quiet Harbor Marketing LLC');
  const choose = async (name: string, option: string) => {
    await page.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Entity type', 'Marketing Agency');
  await choose('Functions', 'Marketing');
  await page.keyboard.press('Escape');
  const yesNo = (question: string, answer: string) => page.getByRole('radiogroup', { name: question }).getByLabel(answer, { exact: true }).check();
  await yesNo('Licensed producer?', 'No');
  await yesNo('Any work offshore?', 'No');
  await page.getByRole('combobox', { name: 'Websites' }).fill('https://quietharbor.example');
  await page.getByRole('textbox', { name: 'Street', exact: true }).fill('1 Harbor Way');
  await page.getByRole('textbox', { name: 'City' }).fill('Boston');
  await choose('State', 'Massachusetts');
  await page.getByRole('textbox', { name: 'ZIP code' }).fill('02108');
  await page.getByRole('textbox', { name: 'Contact name' }).fill('Office');
  await page.getByRole('textbox', { name: 'Contact e-mail' }).fill('office@quietharbor.example');
  await page.getByLabel('Start date').fill('2026-01-05');
  await page.getByLabel('Change known on').fill('2026-01-05');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Quiet Harbor Marketing LLC' })).toBeVisible();

  await page.getByRole('link', { name: 'Edit' }).click();
  const city = page.getByRole('textbox', { name: 'City' });
  await city.fill('Cambridge');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('textbox', { name: 'City' }).fill('Somerville');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('heading', { name: 'Quiet Harbor Marketing LLC' })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Somebody changed this meanwhile' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio', { name: 'City, Yours: Cambridge' }).check();
  await dialog.getByRole('button', { name: 'Save my choice' }).click();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('region', { name: 'History' }).first()).toContainText('Cambridge');
});
