import { takeTour } from './carrier';
import { expect, expectGood, signIn, test } from './upline';

test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(300_000);
  await takeTour(baseURL as string);
});

test('an agency is invited, and its contract has an end', async ({ page }) => {
  await signIn(page, 'administrator@summitpeak.example', '/agencies');
  await expect(page.getByRole('link', { name: /Harborline/ })).toBeVisible();
  await expectGood(page, 'agencies');
  // An NPN does not begin with zero.
  const npn = `8${String(Date.now()).slice(-7)}`;
  await page.getByRole('button', { name: 'Invite an agency' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(`Lighthouse ${npn}`);
  await dialog.getByRole('textbox', { name: 'NPN' }).fill(npn);
  await dialog.getByRole('combobox', { name: 'Level' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByLabel('Contract from').fill(new Date().toISOString().slice(0, 10));
  await dialog.getByRole('textbox', { name: 'Name of its administrator' }).fill('Pat');
  await dialog.getByRole('textbox', { name: 'E-mail of its administrator' }).fill(`pat-${npn}@lighthouse.example`);
  await dialog.getByRole('button', { name: 'Invite an agency' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: `Lighthouse ${npn}` }).click();
  await page.getByRole('button', { name: 'End the contract' }).click();
  await dialog.getByLabel('Last day').fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10));
  await dialog.getByRole('textbox', { name: 'Why' }).fill('It merges with another one.');
  await dialog.getByRole('button', { name: 'End the contract' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('It merges with another one.')).toBeVisible();
  await expectGood(page, 'agency');
});

test('a policy shows its first due days before it is announced, and is taken back', async ({ page }) => {
  await signIn(page, 'administrator@summitpeak.example', '/policies');
  await expect(page.getByRole('heading', { name: /^From / }).first()).toBeVisible();
  await expectGood(page, 'policies');
  await page.getByRole('link', { name: 'Announce a policy' }).click();
  const next = new Date();
  const first = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 3, 1)).toISOString().slice(0, 10);
  await page.getByLabel('Applies from').fill(first);
  await page.getByRole('textbox', { name: 'Due day of incidents' }).fill('10');
  await expect(page.getByRole('row', { name: / 10, / }).first()).toBeVisible();
  await expectGood(page, 'announce-policy');
  await page.getByRole('button', { name: 'Announce a policy' }).click();
  await expect(page.getByText('On day 10 of the month after')).toBeVisible();
  await page.getByRole('button', { name: 'Take the announcement back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the announcement back' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('On day 10 of the month after')).toBeHidden();
});

test('every agency and month has its words, and leads to what was submitted', async ({ page }) => {
  await signIn(page, 'analyst@summitpeak.example', '/months');
  await expect(page.getByRole('rowheader', { name: /Harborline/ })).toBeVisible();
  await expectGood(page, 'months');
  const cells = page.getByRole('region', { name: 'Months' }).getByRole('cell');
  for (const text of await cells.allTextContents()) expect(text.trim()).not.toBe('');
  await page.getByRole('link', { name: /submission.*Harborline/ }).first().click();
  await expect(page.getByRole('link', { name: /^SUB-/ }).first()).toBeVisible();
  await page.goto('/relationship-standings');
  await expect(page.getByRole('link', { name: /Harborline/ })).toBeVisible();
  await expectGood(page, 'relationship-standings');
});

test('a plan is issued, given more time, and canceled', async ({ page }) => {
  await signIn(page, 'reviewer@summitpeak.example', '/corrective-action-plans/new');
  await page.getByRole('button', { name: 'Issue the plan' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectGood(page, 'issue-plan');
  await page.getByRole('combobox', { name: 'Agency' }).click();
  await page.getByRole('option', { name: /Harborline/ }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Scripts are approved before use');
  await page.getByRole('textbox', { name: 'What is to be done' }).fill('Send the approved scripts');
  await page.getByRole('textbox', { name: 'Who does it' }).fill('Compliance');
  const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const later = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Due').fill(due);
  await page.getByRole('button', { name: 'Issue the plan' }).click();
  await expect(page.getByRole('heading', { name: /^CAP-/, level: 1 })).toBeVisible();
  await page.getByRole('button', { name: /Give more time/ }).click();
  await page.getByRole('dialog').getByLabel('New due day').fill(later);
  await page.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('The lawyer is away.');
  await page.getByRole('dialog').getByRole('button', { name: 'Give more time' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('The lawyer is away.')).toBeVisible();
  await expectGood(page, 'plan');
  await page.goto('/corrective-action-plans');
  await expect(page.getByRole('link', { name: /^CAP-/ }).first()).toBeVisible();
  await expectGood(page, 'plans');
});

test('an extract is looked at, declared final, and its bytes are there', async ({ page }) => {
  await signIn(page, 'reviewer@summitpeak.example', '/extracts');
  await expect(page.getByRole('heading', { name: 'Extracts', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: /Monthly list for CMS/ }).first()).toBeVisible();
  await expectGood(page, 'extracts');
  await page.getByRole('button', { name: 'Make a draft' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Monthly list for CMS' }).check();
  // Where the carrier is, which in the evening has another date than UTC.
  const month = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', year: 'numeric', month: '2-digit' }).format();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Month' }).fill(month);
  await page.getByRole('dialog').getByRole('button', { name: 'Make a draft' }).click();
  await page.getByRole('button', { name: 'Declare final' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Declare final' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download what was frozen' }).click()]);
  expect(await file.failure()).toBeNull();
  await expectGood(page, 'extract');
});

test('figures lead to their lists, and a chart has the numbers of its table', async ({ page }) => {
  await signIn(page, 'auditor@summitpeak.example', '/figures');
  await expect(page.getByRole('region', { name: 'By severity' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'By severity' }).locator('.recharts-bar-rectangle').first()).toBeVisible();
  await expectGood(page, 'figures');
  const number = page.getByRole('region', { name: 'By severity' }).getByRole('link').first();
  const count = await number.textContent();
  await number.click();
  await expect(page.getByRole('status').filter({ hasText: `of ${count} shown` })).toBeVisible();
});
