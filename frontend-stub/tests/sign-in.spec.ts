import { expect, expectGood, signIn, test } from './upline';

test('the sign-in page is good in every look', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in to Upline' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reporter' }).first()).toBeVisible();
  await expectGood(page, 'sign-in');
});

test('the keyboard alone signs in', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type('reporter@harborline.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('demo-only-on-this-machine');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Work', level: 1 })).toBeVisible();
});

test('a wrong password is told in the API’s words, with the request’s id', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('nobody@harborline.example');
  await page.locator('input[autocomplete="current-password"]').fill('not the password at all');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(/password/i);
  await expect(page.getByRole('button', { name: 'Copy request id' })).toBeVisible();
});

test('one click signs in as somebody of the demo, and a link leads on to where it led', async ({ page }) => {
  await page.goto('/notifications');
  await expect(page).toHaveURL(/sign-in\?to=%2Fnotifications/);
  await page.getByRole('button', { name: 'Reporter' }).first().click();
  await expect(page.getByRole('heading', { name: 'Notifications', level: 1 })).toBeVisible();
});

test('the session outlives the page, and ends for every tab', async ({ page, context }) => {
  await signIn(page, 'reporter@harborline.example');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Work', level: 1 })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('heading', { name: 'Work', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect(other).toHaveURL(/sign-in/);
});

test('a session that ends in the middle is taken up again where it was', async ({ page }) => {
  await signIn(page, 'reporter@harborline.example');
  await page.context().clearCookies();
  await page.route('**/v1/notifications*', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:upline:problem:unauthorized', title: 'Sign in', status: 401, detail: 'Sign in.', instance: 'urn:uuid:0' }) }), { times: 1 });
  await page.getByRole('link', { name: /Notifications/ }).click();
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
  await page.getByRole('dialog').locator('input[autocomplete="current-password"]').fill('demo-only-on-this-machine');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Notifications', level: 1 })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await expectGood(page, 'not-found');
});

test('links of mails lead to their pages, and their secrets leave the address', async ({ page }) => {
  await page.goto('/accept-invitation#token=x');
  await expect(page.getByRole('heading', { name: 'Welcome to Upline' })).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.getByLabel('New password').fill('four words of my own making');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('alert')).toContainText(/link/i);
  await expectGood(page, 'accept-invitation');
  await page.goto('/reset-password');
  await expectGood(page, 'reset-password');
  await page.goto('/confirm-email#token=x');
  await expect(page.getByRole('button', { name: 'Confirm' })).toBeVisible();
});

test('home and notifications are good in every look', async ({ page }) => {
  await signIn(page, 'reporter@harborline.example');
  await expect(page.getByRole('heading', { level: 2 }).or(page.getByText('Nothing waits for you')).first()).toBeVisible();
  await expectGood(page, 'work');
  await page.goto('/notifications');
  await expect(page.getByRole('heading', { name: 'Notifications', level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectGood(page, 'notifications');
});
