import { takeTour } from './carrier';
import { expect, expectGood, signIn, test } from './upline';

test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(300_000);
  await takeTour(baseURL as string);
});

test('the trail is looked through, an event opened, and the chain checked', async ({ page }) => {
  await signIn(page, 'administrator@harborline.example', '/audit-trail');
  await expect(page.getByRole('button', { name: /^Details of event/ }).first()).toBeVisible();
  await expectGood(page, 'audit-trail');
  await page.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Who is signed in' }).or(page.getByRole('option').first()).first().click();
  await expect(page).toHaveURL(/operation=/);
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await page.getByRole('button', { name: /^Details of event/ }).first().click();
  await expect(page.getByRole('dialog').getByText('Request id')).toBeVisible();
  await expectGood(page, 'audit-event');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  // What somebody is shown who finds nothing, they can tell support; here it is found.
  await page.goto('/relationships/019caede-02a4-7c3e-9d55-0a1b2c3d4e5f');
  await expect(page.getByRole('alert')).toBeVisible();
  const told = await page.getByRole('button', { name: 'Copy request id' }).getAttribute('title');
  await page.goto('/audit-trail');
  await page.getByRole('searchbox', { name: 'Request id' }).fill(told as string);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Details of event/ })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /Read one relationship/ })).toContainText('refused');
  await page.getByRole('link', { name: 'Check the trail' }).click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('The trail is as it was written')).toBeVisible();
  await page.getByRole('textbox', { name: 'Heads that you hold' }).fill('nothing');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('The check found differences')).toBeVisible();
  await expectGood(page, 'audit-check');
});

test('a hold is placed from the page of a relationship, another one by its name, and lifted', async ({ page }) => {
  await signIn(page, 'administrator@harborline.example', '/relationships');
  await page.getByRole('region', { name: 'Relationships' }).getByRole('link').first().click();
  await page.getByRole('link', { name: 'Place a legal hold' }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('Matter 2026-17');
  await page.getByRole('button', { name: 'Place a legal hold' }).click();
  const lift = page.getByRole('button', { name: /^Lift the hold on/ });
  await expect(lift.first()).toBeVisible();
  await expectGood(page, 'legal-holds');
  await page.getByRole('link', { name: 'Place a legal hold' }).click();
  await page.getByRole('button', { name: 'Place a legal hold' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('combobox', { name: 'Record' }).pressSequentially('REL-');
  await page.getByRole('option').first().click();
  await expectGood(page, 'place-hold');
  await page.getByRole('link', { name: 'Legal holds' }).first().click();
  await lift.first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('The matter is settled.');
  await dialog.getByRole('button', { name: /^Lift the hold/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/The matter is settled\./).first()).toBeVisible();
});

test('a directory is rejected with its errors, another one loaded and searched', async ({ page }) => {
  await signIn(page, 'administrator@summitpeak.example', '/contract-directory');
  const upload = async (text: string) => {
    await page.locator('input[type="file"]').setInputFiles({ name: 'contracts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'contracts.csv', level: 1 })).toBeVisible();
  };
  await upload('Contract Number,Legal Entity Name\nX1,Broken\n');
  await expect(page.getByRole('region', { name: 'The first errors' })).toBeVisible();
  await expectGood(page, 'directory-rejected');
  await page.getByRole('link', { name: 'Contract directory' }).last().click();
  await upload('Contract Number,Legal Entity Name,Organization Type\nH1234,Summit Peak Health Plan Inc.,Local CCP\nH5678,Another Plan LLC,HMO\n');
  await expect(page.getByText('In use')).toBeVisible();
  await page.getByRole('link', { name: 'Contract directory' }).last().click();
  await page.getByRole('searchbox', { name: 'Words of a name' }).fill('Summit');
  await expect(page.getByRole('cell', { name: 'Another Plan LLC' })).toBeHidden();
  await page.getByRole('searchbox', { name: 'Beginning of the number' }).fill('H12');
  await expect(page).toHaveURL(/number=H12/);
  await expect(page.getByRole('cell', { name: 'Summit Peak Health Plan Inc.' })).toBeVisible();
  await expectGood(page, 'contract-directory');
  await page.getByRole('link', { name: 'Uploads' }).click();
  await expect(page.getByRole('link', { name: 'contracts.csv' }).first()).toBeVisible();
  await expectGood(page, 'directory-uploads');
});
