// Runs the commands of the guide for a first call, literally, as somebody would who copies one block after the other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const GUIDE = new URL('../../openapi/guides/first-call.md', import.meta.url);
const PATIENCE_MS = 60_000;
const BETWEEN = '\n--- next block ---\n';

const blocks = [...readFileSync(GUIDE, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block);

/** Whether each block did what the guide says of it; complains of the first that did not. */
export async function triedGuide(server) {
  const script = blocks.join(`printf '${BETWEEN.replaceAll('\n', '\\n')}'\n`);
  const shell = spawn('bash', ['-euo', 'pipefail'], { env: { ...process.env, UPLINE: server }, timeout: PATIENCE_MS, stdio: ['pipe', 'pipe', 'pipe'] });
  shell.stdin.end(script);
  const [out, complaint, [end]] = await Promise.all([text(shell.stdout), text(shell.stderr), once(shell, 'close')]);
  const [signedIn, page, recorded, problem] = out.split(BETWEEN);
  const [first, second] = (recorded ?? '').trim().split('\n');
  const isWhole =
    end === 0 &&
    signedIn === '' &&
    JSON.parse(page).items.length > 0 &&
    JSON.parse(first).reference.startsWith('REL-') &&
    first === second &&
    JSON.parse(problem).type === 'urn:upline:problem:validation-failed' &&
    JSON.parse(problem).errors.length > 1;
  console.log(`guide       ${isWhole ? `its ${blocks.length} blocks do what it says` : `FAILED (ended with ${end})\n${out}\n${complaint}`}`);
  return isWhole;
}
