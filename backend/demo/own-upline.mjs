// An Upline that is started for one purpose, on data that is deleted afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

// A first start was seen to take minutes where others build beside it.
const PATIENCE_SECONDS = 600;
const REPOSITORY = new URL('../../', import.meta.url);

/** Whether an Upline answers there, and not something else. */
export async function answers(base) {
  try {
    const contract = await fetch(`${base}/openapi.yaml`, { signal: AbortSignal.timeout(5000) });
    return (await contract.text()).includes('title: Upline API');
  } catch {
    return false;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts what UPLINE_COMMAND says, with the demo data, gives its address and the folder of its data to the work, and stops it. */
export async function withAnUplineOfItsOwn(work) {
  const folder = await mkdtemp(join(tmpdir(), 'upline-demo-'));
  const data = join(folder, 'data');
  const port = await freePort();
  const log = join(folder, 'log');
  console.log('Starting an Upline of its own, on data that is deleted afterwards ...');
  const server = spawn('/bin/sh', ['-c', `exec ${process.env.UPLINE_COMMAND}`], {
    cwd: REPOSITORY,
    env: { ...process.env, UPLINE_PORT: String(port), UPLINE_DATA_DIR: data, UPLINE_DEMO: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // So that Ctrl-C comes to us, who stop it.
    detached: true,
  });
  const out = createWriteStream(log);
  server.stdout.pipe(out);
  server.stderr.pipe(out);
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) process.once(signal, () => stop().then(() => process.exit(code)));
  try {
    const base = `http://127.0.0.1:${port}`;
    const until = Date.now() + PATIENCE_SECONDS * 1000;
    while (!(await answers(base))) {
      if (server.exitCode !== null || Date.now() > until) {
        throw new Error(`Upline did not start:\n${await readFile(log, 'utf8')}`);
      }
      await wait(250);
    }
    await work(base, data);
  } finally {
    await stop();
  }
}
