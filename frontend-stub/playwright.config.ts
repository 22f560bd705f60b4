import { defineConfig } from '@playwright/test';

/** Started by scripts/test-page, which says where the browser and the Upline are. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  reporter: [['list']],
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 1,
  // A test that passes the second time alone has found something.
  retries: 0,
  use: {
    baseURL: process.env.UPLINE,
    locale: 'en-US',
    // Keeping every step of every test costs each of them time: TRACE=yes does, to look into one that fails.
    trace: process.env.TRACE === 'yes' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
