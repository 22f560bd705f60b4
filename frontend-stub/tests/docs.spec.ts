import type { Page } from '@playwright/test';
import { expect, expectGood, test } from './upline';

/** Of a page as it is opened. What somebody opens besides stays: after five groups and the client it is a little more. */
const MOST_NODES = 10_000;
const REPORTER = { email: 'reporter@harborline.example', password: 'demo-only-on-this-machine' };

/** Operations that are tried out: where they are in the contents, their address, and what the demo's reporter is answered. */
const TRIED = [
  { id: 'getCurrentUser', tag: 'Identity', title: 'Who the caller is', path: '/v1/me', answer: 'reporter@harborline.example' },
  { id: 'getWorkList', tag: 'Work', title: 'What waits for me, and why', path: '/v1/work', answer: 'items' },
  { id: 'listNotifications', tag: 'Notifications', title: 'What I was told, the newest first', path: '/v1/notifications', answer: 'items' },
  { id: 'listCarriers', tag: 'Directory', title: 'Carriers the caller may deal with', path: '/v1/carriers', answer: 'items' },
  { id: 'listRelationships', tag: 'Relationships', title: 'List and search the register', path: '/v1/relationships', answer: 'items' },
] as const;

const nodes = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);

test('the reference is small, says who may, and tries operations out', async ({ page, request }) => {
  // A step that nobody answers is told as that step, and soon.
  page.setDefaultTimeout(15_000);
  const session = await request.post('/v1/sessions', { data: REPORTER });
  const { accessToken } = ((await session.json()) as { session: { accessToken: string } }).session;

  await page.goto('/docs/api');
  await expect(page.getByRole('heading', { name: 'Upline API', level: 1 })).toBeVisible();
  expect(await nodes(page), 'nodes of the page at first').toBeLessThanOrEqual(MOST_NODES);
  await page.getByPlaceholder('Token').first().fill(accessToken);
  const contents = page.getByRole('complementary', { name: 'Sidebar for Upline API' });

  for (const { id, tag, title, path, answer } of TRIED) {
    await test.step(id, async () => {
      const operation = contents.getByRole('link', { name: title });
      if (!(await operation.isVisible())) await contents.getByRole('link', { name: tag, exact: true }).click();
      await operation.click();
      await expect(page).toHaveURL(new RegExp(`#tag/[a-z-]+/${id}$`));
      await expect(page.locator(`[id$="/${id}"]`).getByText(/Who may: .*AGENCY_REPORTER/).first()).toBeVisible();
      await page.getByRole('button', { name: `(get ${path})` }).first().click();
      const client = page.getByRole('dialog');
      const answered = page.waitForResponse((response) => new URL(response.url()).pathname === path);
      await client.getByRole('button', { name: /^Send/ }).first().click();
      expect((await answered).status()).toBe(200);
      await expect(client.getByText('200 OK').first()).toBeVisible();
      await expect(client.getByText(answer).last()).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(client).toBeHidden();
    });
  }
});

test('the search finds guides, chapters, problems and operations, by the keyboard alone', async ({ page }) => {
  page.setDefaultTimeout(15_000);
  await page.goto('/docs');
  await expectGood(page, 'docs');
  await page.getByRole('searchbox', { name: 'Search' }).focus();
  await page.keyboard.type('precondition');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/docs\/search\?q=precondition$/);
  await expect(page.getByRole('status')).toContainText('results');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('precondition');
  await expectGood(page, 'docs-search');
  await page.getByRole('link', { name: 'If-Match is required' }).click();
  await expect(page).toHaveURL(/\/docs\/problems\/precondition-required$/);

  await page.goto('/docs/search?q=getCurrentUser');
  await page.getByRole('listitem').getByRole('link', { name: 'Who the caller is' }).click();
  await expect(page).toHaveURL(/\/docs\/api#tag\/identity\/getCurrentUser$/);
  await expect(page.getByRole('heading', { name: 'Who the caller is' })).toBeInViewport();
  expect(await nodes(page), 'nodes of the page at an operation').toBeLessThanOrEqual(MOST_NODES);
});

test('whatever is searched for is shown as text', async ({ page }) => {
  const nasty = '"><img src=x onerror=alert(1)><b>(.*[';
  await page.goto(`/docs/search?q=${encodeURIComponent(nasty)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Search: ${nasty}`);
  await expect(page.locator('main img, main b')).toHaveCount(0);
  await page.goto(`/docs/search?q=${'x'.repeat(3000)}`);
  await expect(page.getByRole('status')).toContainText('Nothing');
});
