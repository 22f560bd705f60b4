// Answers for the page out of the contract's own examples, and the page beside them.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { createServer } from 'vite';
import { people } from './people.mjs';

const PORT = process.env.MOCK_PORT ?? '4010';
const PATIENCE_SECONDS = 120;
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const upline = `http://127.0.0.1:${PORT}`;

const run = (...command) => spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'], cwd: at('frontend-stub') });
const mock = run(at('frontend-stub/mock/node_modules/@stoplight/prism-cli/dist/index.js'), 'mock', '--port', PORT, at('openapi.yaml'));
const stop = (code) => {
  mock.kill();
  process.exit(code);
};
mock.once('exit', () => stop(1));
process.once('SIGINT', () => stop(0));
process.once('SIGTERM', () => stop(0));

await new Promise((done) => run('scripts/contract.mjs').once('exit', done));
console.log('Reading the contract ...');
const answers = () => fetch(upline).then(() => true, () => false);
for (let second = 0; !(await answers()); second++) {
  if (second === PATIENCE_SECONDS) throw new Error('Prism did not start.');
  await wait(1000);
}
// The page's own configuration reads where the answers are.
process.env.UPLINE = upline;
const page = await createServer({ root: at('frontend-stub'), configFile: at('frontend-stub/vite.config.ts'), plugins: [people(at('openapi.yaml'))] });
await page.listen();
page.printUrls();
