import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectGood, signIn, test } from './upline';

const PASSWORD = 'demo-only-on-this-machine';

test('somebody is invited, and the invitation is taken back', async ({ page }) => {
  await signIn(page, 'administrator@harborline.example', '/people');
  await expect(page.getByRole('link', { name: 'Invitations' })).toBeVisible();
  await expect(page.getByText('reporter@harborline.example')).toBeVisible();
  await expectGood(page, 'people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Invite somebody' }).click();
  await expect(dialog.getByText(/required|must|at least/i).first()).toBeVisible();
  const name = `Pat ${Date.now()}`;
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(`pat-${Date.now()}@harborline.example`);
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('checkbox').first().check();
  await expectGood(page, 'invite');
  await dialog.getByRole('button', { name: 'Invite somebody' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Invitations' }).click();
  await page.getByRole('button', { name: `Take the invitation of ${name} back` }).click();
  await dialog.getByRole('button', { name: /^Take the invitation/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: `Take the invitation of ${name} back` })).toBeHidden();
  await expectGood(page, 'invitations');
});

test('roles are changed, work is handed over, and an account is disabled and enabled', async ({ page }) => {
  await signIn(page, 'administrator@harborline.example', '/people?q=attester');
  await page.getByRole('link', { name: /attester/i }).click();
  await expect(page.getByRole('heading', { name: 'Open work' })).toBeVisible();
  await expectGood(page, 'person');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Change the roles' }).click();
  await expectGood(page, 'person-roles');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: 'Change the roles' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Hand over open work' }).click();
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await expect(page.getByText(/given back to the team/)).toBeVisible();
  await page.getByRole('button', { name: 'Disable the account' }).click();
  await dialog.getByRole('button', { name: 'Disable the account' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Enable the account' }).click();
  await dialog.getByRole('button', { name: 'Enable the account' }).click();
  await expect(page.getByRole('button', { name: 'Disable the account' })).toBeVisible();
  // Others go by what this person may do.
  await page.getByRole('button', { name: 'Change the roles' }).click();
  await dialog.getByRole('checkbox').first().uncheck();
  await dialog.getByRole('button', { name: 'Change the roles' }).click();
  await expect(dialog).toBeHidden();
  await page.goto('/role-changes');
  await expect(page.getByRole('heading', { name: 'Role changes', level: 1 })).toBeVisible();
  await expectGood(page, 'role-changes');
});

test('a machine gets an account and a secret that is shown once, with which it gets a token', async ({ page, request, baseURL }) => {
  await signIn(page, 'administrator@harborline.example', '/service-accounts/new');
  const name = `CRM ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('checkbox', { name: 'Read: Relationships', exact: true }).check();
  await expectGood(page, 'new-service-account');
  await page.getByRole('button', { name: 'Create a service account' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Create a secret' }).click();
  await dialog.getByRole('button', { name: 'Create a secret' }).click();
  // It may want the password again.
  const shown = page.getByRole('dialog', { name: 'The secret, shown this once' });
  const again = page.locator('input[type="password"]');
  await expect(shown.or(again).first()).toBeVisible();
  if (await again.isVisible()) {
    await again.fill(PASSWORD);
    await page.keyboard.press('Enter');
  }
  await expect(shown).toBeVisible();
  await expectGood(page, 'service-account-secret');
  const [clientId, secret] = await shown.locator('code').allTextContents();
  const answer = await request.post(`${baseURL}/v1/oauth/token`, {
    headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    form: { grant_type: 'client_credentials' },
  });
  expect(answer.status()).toBe(200);
  await shown.getByRole('button', { name: 'I have stored it' }).click();
  await expect(page.getByText(`${clientId}:$UPLINE_SECRET`)).toBeVisible();
  await expectGood(page, 'service-account');
  await page.getByRole('button', { name: 'Change what it may do' }).click();
  await dialog.getByRole('button', { name: 'Choose all that reads' }).click();
  await dialog.getByRole('button', { name: 'Change what it may do' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Read: Incidents', { exact: true })).toBeVisible();
  // The commands on the page work as they stand there, with the secret and with a key that they make.
  const asItStands = (label: string) => page.getByRole('region', { name: label, exact: true }).textContent();
  const me = (commands: string | null, env = {}) => JSON.parse(execFileSync('bash', ['-ec', commands as string], { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }).replace(/^[^{]*/, '')) as { name: string };
  const folder = await mkdtemp(join(tmpdir(), 'upline-machine-'));
  expect(me(await asItStands('With a secret'), { UPLINE_SECRET: secret }).name).toBe(name);
  const [pair, signed] = ((await asItStands('With a key')) as string).split('\n\nASSERTION');
  const publicKey = execFileSync('bash', ['-ec', pair as string], { cwd: folder, encoding: 'utf8' });
  await page.getByRole('button', { name: 'Add a public key' }).click();
  await dialog.getByRole('textbox', { name: 'Public key' }).fill(await readFile(join(folder, 'upline-key.pem'), 'utf8'));
  await dialog.getByRole('button', { name: 'Add a public key' }).click();
  await expect(dialog.getByText('A private key does not belong here.')).toBeVisible();
  await expectGood(page, 'service-account-key');
  await dialog.getByRole('textbox', { name: 'Public key' }).fill(publicKey);
  await dialog.getByRole('button', { name: 'Add a public key' }).click();
  await expect(dialog).toBeHidden();
  expect(me(`ASSERTION${signed}`).name).toBe(name);
  await rm(folder, { recursive: true });
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: /^Revoke (?!the account)/ }).first().click();
    await dialog.getByRole('button', { name: /^Revoke / }).click();
    await expect(page.getByRole('button', { name: /^Revoke (?!the account)/ })).toHaveCount(left);
  }
  await expect(page.getByText('It has no secret and no key.')).toBeVisible();
  await page.getByRole('button', { name: 'Revoke the account' }).click();
  await dialog.getByRole('button', { name: 'Revoke the account' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Create a secret' })).toBeHidden();
  await page.goto('/service-accounts');
  await expect(page.getByRole('link', { name })).toBeVisible();
  await expectGood(page, 'service-accounts');
});

test('an administrator sets the team mailbox, and is told what an identity provider lacks', async ({ page }) => {
  await signIn(page, 'administrator@harborline.example', '/organization-settings');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Team mailbox' }).click();
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('compliance@harborline.example');
  await dialog.getByRole('button', { name: 'Team mailbox' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('compliance@harborline.example')).toBeVisible();
  await page.getByRole('switch', { name: 'Everybody needs a second factor' }).check();
  await page.getByRole('button', { name: 'Save: Security' }).click();
  // Whoever requires it must use one already.
  await expect(page.getByRole('alert')).toBeVisible();
  await expectGood(page, 'organization-settings');
  await page.getByRole('link', { name: /^Name and level of Harborline/ }).click();
  await page.getByRole('button', { name: 'Change name or level' }).click();
  await dialog.getByRole('button', { name: 'Change name or level' }).click();
  await expect(dialog.getByText('This is required.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expectGood(page, 'own-agency');
  await page.goto('/organization-settings');
  await page.getByRole('button', { name: 'Set up the provider' }).click();
  await dialog.getByRole('button', { name: 'Set up the provider' }).click();
  await expect(dialog.getByText(/required|must|needed|least/i).first()).toBeVisible();
  await expectGood(page, 'identity-provider');
});
