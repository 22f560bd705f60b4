import { fileURLToPath } from 'node:url';
import { expect, expectGood, signIn, test } from './upline';

const SHEET = fileURLToPath(new URL('main-job.csv', import.meta.url));

test('a sheet with faults is corrected, disclosed, returned, corrected, and acknowledged', async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const person = async (email: string) => {
    const page = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: 'en-US' })).newPage();
    await signIn(page, email);
    return page;
  };
  const reporter = await person('reporter@harborline.example');
  const attester = await person('attester@harborline.example');
  const analyst = await person('analyst@summitpeak.example');
  const reviewer = await person('reviewer@summitpeak.example');

  await reporter.goto('/relationships/upload');
  await expect(reporter.getByRole('heading', { name: 'Upload a workbook', level: 1 })).toBeVisible();
  await expectGood(reporter, 'upload');
  await reporter.locator('input[type="file"]').setInputFiles(SHEET);
  await expect(reporter.getByRole('heading', { name: '3 faults' })).toBeVisible({ timeout: 30_000 });
  const grid = reporter.locator('.mend');
  await expect(grid.locator('.faulty').first()).toBeVisible();
  await expectGood(reporter, 'upload-faults');

  // Two rows say the same wrong word: one correction serves both.
  const wrong = grid.locator('.ag-cell.faulty').filter({ hasText: 'Telepathy' });
  await expect(wrong).toHaveCount(2);
  await wrong.first().dblclick();
  await reporter.keyboard.press('ControlOrMeta+A');
  await reporter.keyboard.type('Marketing');
  await reporter.keyboard.press('Enter');
  await reporter.getByRole('button', { name: 'Correct them too' }).click();
  await reporter.getByRole('button', { name: 'Next fault (F8)' }).click();
  await reporter.keyboard.press('Enter');
  await reporter.keyboard.press('ControlOrMeta+A');
  await reporter.keyboard.type('office@tidewater.example');
  await reporter.keyboard.press('Enter');
  await reporter.getByRole('button', { name: /Check again with 3 corrected rows/ }).click();
  await reporter.getByRole('button', { name: 'Write 3 rows' }).click();
  await expect(reporter.getByText('The rows are written.')).toBeVisible();

  await reporter.goto('/submissions/new');
  await reporter.getByRole('combobox', { name: 'Carrier' }).click();
  await reporter.getByRole('option', { name: 'Summit Peak Health' }).click();
  await reporter.getByRole('button', { name: 'Make the draft' }).click();
  await expect(reporter.getByText(/3 added/)).toBeVisible();
  await expectGood(reporter, 'submission-draft');
  const address = new URL(reporter.url()).pathname;

  const sign = async () => {
    await attester.goto(`${address}/attest`);
    await attester.getByRole('textbox', { name: 'Your title' }).fill('Compliance Officer');
    await attester.getByRole('checkbox', { name: 'I make this statement' }).check();
    return attester.getByRole('button', { name: 'Sign and submit' });
  };
  const signing = await sign();
  await expectGood(attester, 'attest');
  await signing.click();
  await expect(attester.getByRole('heading', { name: /Receipt RCP-/ })).toBeVisible();
  await expectGood(attester, 'receipt');

  await analyst.goto(address);
  const row = analyst.getByRole('listitem').filter({ hasText: 'Tidewater' });
  await row.getByRole('button', { name: 'Comment', exact: true }).click();
  await analyst.getByRole('textbox', { name: 'Your comment' }).fill('Please give the address of a person.');
  await analyst.getByRole('dialog').getByRole('button', { name: 'Comment' }).click();
  await expect(analyst.getByRole('dialog')).toBeHidden();
  await analyst.getByRole('button', { name: 'Return for correction' }).click();
  await analyst.getByRole('textbox', { name: 'Message' }).fill('See the comment.');
  await analyst.getByRole('dialog').getByRole('button', { name: 'Return for correction' }).click();
  await expect(analyst.getByRole('dialog')).toBeHidden();

  await reporter.goto(`${address}?tab=remarks`);
  await expect(reporter.getByText('Please give the address of a person.')).toBeVisible();
  await expectGood(reporter, 'submission-remarks');
  await reporter.getByRole('listitem').filter({ hasText: 'Please give' }).getByRole('link').click();
  await reporter.getByRole('link', { name: 'Edit' }).click();
  await reporter.getByRole('textbox', { name: 'Contact e-mail' }).fill('officer@tidewater.example');
  await reporter.getByRole('button', { name: 'Save' }).click();
  await expect(reporter.getByRole('tab', { name: 'History' })).toBeVisible();
  await reporter.goto(address);
  await reporter.getByRole('button', { name: 'Take in the newest changes' }).click();
  await reporter.getByRole('dialog').getByRole('button', { name: 'Take in the newest changes' }).click();
  await expect(reporter.getByRole('dialog')).toBeHidden();
  await (await sign()).click();
  await expect(attester.getByRole('heading', { name: /Receipt RCP-/ })).toBeVisible();

  await reviewer.goto(address);
  await reviewer.getByRole('button', { name: 'Acknowledge' }).click();
  await reviewer.getByRole('dialog').getByRole('button', { name: 'Acknowledge' }).click();
  await expect(reviewer.getByText('Accepted by the carrier').first()).toBeVisible();

  await attester.goto(`${address}/receipt`);
  const [content] = await Promise.all([attester.waitForEvent('download'), attester.getByRole('button', { name: 'Download what was submitted' }).click()]);
  await attester.locator('input[type="file"]').setInputFiles(await content.path());
  await expect(attester.getByText('This file is exactly what was submitted.')).toBeVisible();
});
