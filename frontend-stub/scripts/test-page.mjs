// Runs Playwright against an Upline of its own, with the demo.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withAnUplineOfItsOwn } from '../../backend/demo/own-upline.mjs';

await withAnUplineOfItsOwn(async (address, data) => {
  // The cookie of a session is kept for this name without HTTPS.
  const base = address.replace('127.0.0.1', 'localhost');
  const tests = spawn(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)], {
    env: { ...process.env, UPLINE: base, UPLINE_MAIL: join(data, 'mail') },
    stdio: 'inherit',
  });
  const [code] = await once(tests, 'exit');
  process.exitCode = code ?? 1;
});
