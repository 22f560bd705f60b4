import { createServer } from 'node:net';
import { chromium, test, type BrowserContext } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { discloseChange, takeTour } from './carrier';
import { expect, signIn } from './upline';

// Lighthouse opens pages of its own by the browser's port, in the profile in which somebody has signed in.
const CATEGORIES = ['accessibility', 'best-practices'];

let port: number;
let submission: string;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port: free } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return free;
}

async function browse(baseURL: string): Promise<BrowserContext> {
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
  port = await freePort();
  return chromium.launchPersistentContext('', { baseURL, locale: 'en-US', ...(executablePath ? { executablePath } : {}), args: [...args, `--remote-debugging-port=${port}`] });
}

/** What keeps a page from full marks, each with where it is. */
async function lacking(url: string): Promise<string[]> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: CATEGORIES, disableStorageReset: true, disableFullPageScreenshot: true }, desktopConfig);
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse saw nothing of ${url}: ${result?.lhr.runtimeError?.message ?? ''}`);
  const { audits, categories, finalDisplayedUrl } = result.lhr;
  // Not the page that asks to sign in.
  expect(finalDisplayedUrl).toBe(url);
  expect(Object.keys(categories)).toEqual(CATEGORIES);
  return Object.values(categories).flatMap(({ id, score, auditRefs }) =>
    score === 1
      ? []
      : auditRefs.flatMap((ref) => {
          const audit = audits[ref.id];
          return ref.weight > 0 && audit?.score !== null && audit?.score !== 1 ? [`${id} ${score}: ${ref.id}, ${JSON.stringify(audit?.details)}`] : [];
        }),
  );
}

test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(300_000);
  const upline = baseURL as string;
  await takeTour(upline);
  ({ submission: { id: submission } } = await discloseChange(upline, 'harborline.example', 'Summit Peak Health', () => ({ contact: { email: 'lighthouse@first.example' } })));
});

const PEOPLE = [
  { email: 'reporter@harborline.example', pages: { home: () => '/', register: () => '/relationships', upload: () => '/relationships/upload' } },
  { email: 'reviewer@summitpeak.example', pages: { queue: () => '/queue', review: () => `/submissions/${submission}` } },
];

for (const { email, pages } of PEOPLE) {
  test(`Lighthouse gives full marks to ${Object.keys(pages).join(', ')}`, async ({ baseURL }) => {
    const context = await browse(baseURL as string);
    try {
      await signIn(await context.newPage(), email);
      for (const [name, path] of Object.entries(pages)) {
        expect.soft(await lacking(`${baseURL}${path()}`), name).toEqual([]);
      }
    } finally {
      await context.close();
    }
  });
}
