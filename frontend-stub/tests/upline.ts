import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

const PASSWORD = 'demo-only-on-this-machine';

/** What a browser tells of that nobody sees: refused by the policy, asked for elsewhere, or failed. */
interface Watch {
  reports: string[];
}

/** A page of which every report of its policy, and every request that leaves its origin, is a failure. */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const reports: string[] = [];
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL as string) && !/^(data|blob|about):/.test(url)) reports.push(`asked for ${url}`);
      });
      context.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) reports.push(message.text());
      });
      context.on('weberror', (error) => reports.push(`failed: ${error.error().message}`));
      await use({ reports });
      expect(reports).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

export async function signIn(page: Page, email: string, to = '/', password = PASSWORD): Promise<void> {
  await page.goto(to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByLabel('E-mail').fill(email);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('banner')).toBeVisible({ timeout: 60_000 });
}

const LOOKS = [
  { look: 'light', colorScheme: 'light', width: 1280 },
  { look: 'dark', colorScheme: 'dark', width: 1280 },
  { look: 'narrow', colorScheme: 'light', width: 360 },
] as const;

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLORS = ['color-contrast', 'link-in-text-block'];

/** Holds a page to what every page must be: legible, reachable, no wider than the screen; and keeps its picture. */
export async function expectGood(page: Page, name: string): Promise<void> {
  for (const { look, colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    // Colors fade into each other: this brings them to their end.
    await page.screenshot({ path: `pictures/${name}-${look}.png`, fullPage: true, animations: 'disabled' });
    const axe = new AxeBuilder({ page });
    // In the dark the page has other colors, and nothing else that could be wrong.
    const { violations } = await (look === 'dark' ? axe.withRules(COLORS) : axe.withTags(STANDARDS)).analyze();
    expect.soft(
      violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join('\n')}`),
      `axe, ${name}, ${look}`,
    ).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(overflow, `no scrolling to the side, ${name}, ${look}`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
}
