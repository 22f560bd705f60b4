import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { expect, expectGood, signIn, test } from './upline';

const FOLDER = fileURLToPath(new URL('../../backend/server/src/test/oidc', import.meta.url));
const ROLE = 'Reporter (keeps the register and prepares submissions)';
const CLIENT = 'upline-at-harborline';
const SECRET = 'between the two of us: +%&=/?, and long enough';

let provider: ChildProcess | undefined;

/** The certified provider that the backend is tested with, too; it takes whoever the login hint says. */
async function startProvider(redirectUri: string): Promise<string> {
  provider = spawn(process.execPath, ['provider.mjs', redirectUri, CLIENT, SECRET], { cwd: FOLDER, stdio: ['pipe', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: provider.stdout as NodeJS.ReadableStream })) if (line.startsWith('http://')) return line;
  throw new Error('The provider did not start');
}

/** A browser of somebody else, who is at the provider whom the claims tell of. */
async function browse(browser: Browser, baseURL: string, issuer: string, claims: object): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-US' });
  await context.route(`${issuer}/auth?*`, (route) => route.continue({ url: `${route.request().url()}&login_hint=${encodeURIComponent(JSON.stringify(claims))}` }));
  return context.newPage();
}

test.afterEach(async () => {
  if (!provider) return;
  provider.stdin?.end();
  await once(provider, 'exit');
});

test('an administrator sets up the identity provider, people sign in by it, and it is removed again', async ({ page, browser, baseURL }) => {
  const upline = baseURL as string;
  await signIn(page, 'administrator@harborline.example', '/organization-settings');
  const facts = page.locator('dl.facts');
  const told = (name: string) => facts.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]').textContent();
  await expect(page.getByRole('button', { name: 'Set up the provider' })).toBeVisible();
  const issuer = await startProvider((await told('Address to register at the provider')) as string);
  const link = (await told('Link with which your people begin')) as string;
  expect(link).toContain(`${upline}/sign-in?organization=`);

  await page.getByRole('button', { name: 'Set up the provider' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Issuer' }).fill('http://127.0.0.1:9');
  await dialog.getByRole('textbox', { name: 'Client id' }).fill(CLIENT);
  await dialog.getByLabel('Client secret').fill(SECRET);
  await dialog.getByRole('textbox', { name: 'Claim with the roles' }).fill('groups');
  await dialog.getByRole('textbox', { name: 'Value 1 of the claim' }).fill('upline-reporters');
  await dialog.getByRole('combobox', { name: 'Role of value 1' }).click();
  await page.getByRole('option', { name: ROLE }).click();
  await dialog.getByRole('button', { name: 'Set up the provider' }).click();
  // It is asked who it is, and nothing answers there.
  await expect(dialog.getByRole('alert').or(dialog.locator('.mantine-InputWrapper-error')).first()).toBeVisible();
  await expectGood(page, 'identity-provider-unreachable');
  await dialog.getByRole('textbox', { name: 'Issuer' }).fill(issuer);
  await dialog.getByRole('button', { name: 'Set up the provider' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`upline-reporters: ${ROLE}`)).toBeVisible();
  await expectGood(page, 'identity-provider-set-up');

  const email = `kim-${Date.now()}@harborline.example`;
  const kim = await browse(browser, upline, issuer, { sub: email, email, email_verified: true, name: 'Kim of single sign-on', groups: ['upline-reporters'] });
  await kim.goto(`${link}&to=${encodeURIComponent('/relationships')}`);
  await expectGood(kim, 'sign-in-organization');
  await kim.getByRole('button', { name: 'Sign in with your organization' }).click();
  await expect(kim.getByRole('heading', { name: 'Relationships', level: 1 })).toBeVisible();
  expect(new URL(kim.url()).pathname).toBe('/relationships');
  await kim.reload();
  await expect(kim.getByRole('button', { name: /Kim of single sign-on/ })).toBeVisible();
  await kim.context().close();

  const stranger = await browse(browser, upline, issuer, { sub: 'stranger', email: `s-${email}`, email_verified: true, name: 'Stranger', groups: ['somebody-else'] });
  await stranger.goto(link);
  await stranger.getByRole('button', { name: 'Sign in with your organization' }).click();
  await expect(stranger.getByRole('heading', { name: 'Signing in with your organization did not work' })).toBeVisible();
  await expect(stranger.getByRole('alert')).toBeVisible();
  await expectGood(stranger, 'sign-in-callback-refused');
  await stranger.context().close();

  await page.goto(`/people?q=${encodeURIComponent(email)}`);
  await expect(page.getByRole('link', { name: 'Kim of single sign-on' })).toBeVisible();
  await page.goto('/organization-settings');
  await page.getByRole('button', { name: 'Remove the provider' }).click();
  await dialog.getByRole('button', { name: 'Remove the provider' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('There is none. Everybody signs in with a password.')).toBeVisible();
});
