import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { mailedLink } from './mail';
import { expect, expectGood, signIn, test } from './upline';

const FIRST = 'a lantern on the first pier';
const SECOND = 'a kettle on the second stove';
const STEP_MS = 30_000;
const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an authenticator app shows at a time (RFC 6238). */
function codeOf(secret: string, at: number): string {
  const bits = [...secret].map((letter) => BASE_32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP_MS)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) as number) & 0x0f;
  return String((hash.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

async function join(page: Page, invited: { name: string; email: string }): Promise<void> {
  await signIn(page, 'administrator@harborline.example', '/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(invited.email);
  await dialog.getByRole('textbox', { name: 'Name' }).fill(invited.name);
  await dialog.getByRole('checkbox', { name: 'Reporter (keeps the register and prepares submissions)' }).check();
  await dialog.getByRole('button', { name: 'Invite somebody' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goto(await mailedLink(invited.email, '/accept-invitation'));
  await page.getByLabel('New password').fill(FIRST);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your account is ready.')).toBeVisible();
}

test('somebody who was invited changes the password, sets up a second factor, ends another session and chooses mails', async ({ page, browser, baseURL }) => {
  const invited = { name: `Robin ${Date.now()}`, email: `robin-${Date.now()}@harborline.example` };
  await join(page, invited);
  await signIn(page, invited.email, '/account', FIRST);
  await expect(page.getByText(invited.email)).toBeVisible();
  await expectGood(page, 'account');

  const current = page.getByLabel('Current password');
  await current.fill('not the password at all');
  await page.getByLabel('New password').fill(SECOND);
  await page.getByRole('button', { name: 'Change your password' }).click();
  await expect(current).toHaveAccessibleDescription('This is not your current password.');
  await expectGood(page, 'account-wrong-password');
  await current.fill(FIRST);
  await page.getByRole('button', { name: 'Change your password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await dialog.getByLabel('Current password').fill(FIRST);
  await dialog.getByRole('button', { name: 'Set up a second factor' }).click();
  await expect(dialog.getByLabel('Current password')).toHaveAccessibleDescription('This is not your current password.');
  await dialog.getByLabel('Current password').fill(SECOND);
  await dialog.getByRole('button', { name: 'Set up a second factor' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expectGood(page, 'second-factor');
  const secret = (await dialog.locator('code').textContent()) as string;
  const code = dialog.getByRole('textbox', { name: 'Code' });
  await code.fill(codeOf(secret, 0));
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  await expect(code).toHaveAccessibleDescription(/This code is wrong/);
  await code.fill(codeOf(secret, Date.now()));
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  await expect(dialog.getByRole('button', { name: 'Copy the recovery codes' })).toBeVisible();
  await expectGood(page, 'recovery-codes');
  const [recovery] = ((await dialog.locator('pre').textContent()) as string).split('\n');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  const signInBy = async (where: Page, shown: string) => {
    await where.goto('/sign-in?to=%2Faccount');
    await where.getByLabel('E-mail').fill(invited.email);
    await where.locator('input[autocomplete="current-password"]').fill(SECOND);
    await where.getByRole('button', { name: 'Sign in', exact: true }).click();
    await where.getByRole('textbox', { name: 'Code' }).fill(shown);
    await where.getByRole('button', { name: 'Continue' }).click();
    await expect(where.getByRole('heading', { name: 'Your account', level: 1 })).toBeVisible();
  };
  // A code works once: the next one is taken as that of a clock that is fast.
  await signInBy(page, codeOf(secret, Date.now() + STEP_MS));
  const elsewhere = await (await browser.newContext({ baseURL: baseURL as string, locale: 'en-US' })).newPage();
  await signInBy(elsewhere, recovery as string);

  await page.reload();
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(sessions.getByText('This one')).toBeVisible();
  const end = sessions.getByRole('button', { name: /^End/ });
  await expect(end).toHaveCount(1);
  await expectGood(page, 'account-sessions');
  await end.click();
  await expect(end).toBeHidden();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);

  await page.getByRole('link', { name: 'Choose what is mailed to you' }).click();
  await page.getByRole('radio', { name: 'Submissions: Not by mail' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your choice is saved.')).toBeVisible();
  await expectGood(page, 'notification-settings');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Submissions: Not by mail' })).toBeChecked();
});
