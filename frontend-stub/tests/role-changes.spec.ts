import type { Browser, Page } from '@playwright/test';
import { expect, expectGood, signIn, test } from './upline';

const ASKS = 'administrator@summitpeak.example';
const ROLE = 'Administrator (keeps policies, agencies and people)';
const DECIDES = 'second-administrator@summitpeak.example';

async function open(browser: Browser, baseURL: string, email: string, to: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, locale: 'en-US' })).newPage();
  await signIn(page, email, to);
  return page;
}

/** Whether a second administrator agrees to sensitive roles, as the first one wants it; what is on the screen then. */
async function setApproval(page: Page, isWanted: boolean): Promise<void> {
  await page.goto('/organization-settings');
  const approval = page.getByRole('switch', { name: 'A second administrator agrees before sensitive roles are given' });
  await expect(approval).toBeVisible();
  await approval.setChecked(isWanted);
  await page.getByRole('button', { name: 'Save: Security' }).click();
}

async function askForAdministrator(page: Page, isAdministrator: boolean): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.goto('/people?q=analyst');
  await page.getByRole('link', { name: /analyst/i }).first().click();
  await page.getByRole('button', { name: 'Change the roles' }).click();
  await dialog.getByRole('checkbox', { name: ROLE }).setChecked(isAdministrator);
  await dialog.getByRole('button', { name: 'Change the roles' }).click();
  await expect(dialog).toBeHidden();
}

async function decide(page: Page, decision: 'Approve' | 'Refuse'): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.goto('/role-changes?status=WAITING');
  await page.getByRole('button', { name: new RegExp(`^${decision}: `) }).first().click();
  await dialog.getByRole('button', { name: decision }).click();
  await expect(dialog).toBeHidden();
}

test('a sensitive role waits for a second administrator, who refuses it once and approves it then', async ({ browser, baseURL }) => {
  const upline = baseURL as string;
  const first = await open(browser, upline, ASKS, '/organization-settings');
  await setApproval(first, true);
  await expect(first.getByText('Saved.')).toBeVisible();

  await askForAdministrator(first, true);
  await expect(first.getByText('Another administrator has to agree before these roles are given.')).toBeVisible();
  await expectGood(first, 'person-roles-wait');
  await first.getByRole('link', { name: 'Changes that wait' }).click();
  // Nobody approves what they have asked for themselves.
  const dialog = first.getByRole('dialog');
  await first.getByRole('button', { name: /^Approve: / }).first().click();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expectGood(first, 'role-change-own');
  await first.keyboard.press('Escape');

  const second = await open(browser, upline, DECIDES, '/');
  await expect(second.getByRole('listitem').filter({ hasText: 'Change that waits for a second administrator' }).first()).toBeVisible();
  await second.getByRole('listitem').filter({ hasText: 'Change that waits for a second administrator' }).first().getByRole('link').click();
  await expect(second.getByRole('heading', { name: 'Role changes', level: 1 })).toBeVisible();
  await expect(second.getByRole('row', { name: /Analyst/ }).first()).toContainText(ROLE);
  await expectGood(second, 'role-changes-waiting');
  await decide(second, 'Refuse');
  await second.goto('/role-changes');
  await expect(second.getByRole('row').nth(1)).toContainText(/refused/);

  await askForAdministrator(first, true);
  await decide(second, 'Approve');
  await second.goto('/role-changes');
  await expect(second.getByRole('row').nth(1)).toContainText(/approved/);
  await expectGood(second, 'role-changes-decided');
  await first.reload();
  await expect(first.locator('dl.facts')).toContainText(ROLE);

  // It is given up by two as well; and the role is taken back.
  await askForAdministrator(first, false);
  await setApproval(first, false);
  await expect(first.getByText('Another administrator has to agree first.')).toBeVisible();
  await expectGood(first, 'security-waits');
  await decide(second, 'Approve');
  await first.reload();
  await expect(first.getByRole('switch', { name: 'A second administrator agrees before sensitive roles are given' })).not.toBeChecked();
});
