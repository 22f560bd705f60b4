// Runs the commands of the manual, literally, one after the other, with what each is said to need in the environment and beside it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Api } from '../../backend/demo/api.mjs';

const { parse } = createRequire(import.meta.url)('yaml');
const CHAPTERS = new URL('../../openapi/manual/', import.meta.url);
const CONTRACT = new URL('../../openapi.yaml', import.meta.url);
const PASSWORD = 'demo-only-on-this-machine';
const PATIENCE_MS = 60_000;

/** The commands of a chapter: they are parted by empty lines. */
async function commandsOf(chapter) {
  const source = await readFile(new URL(chapter, CHAPTERS), 'utf8');
  return [...source.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block.trim().split('\n\n'));
}

/** A recording as short as one can be: what is taken is known by its first bytes. */
const RECORDING = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);

/** What stands in the way of a command, or undefined. A refusal of the server counts as a failure of curl. */
async function run(command, folder, environment) {
  const shell = spawn('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: folder, env: { ...process.env, CURL_HOME: folder, ...environment }, timeout: PATIENCE_MS, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, complaint, [end]] = await Promise.all([text(shell.stdout), text(shell.stderr), once(shell, 'close')]);
  if (end !== 0) throw new Error(`ended with ${end}: ${command}\n${out}\n${complaint}`);
  return out;
}

const memberOf = (out, name) => new RegExp(`"${name}":"([^"]+)"`).exec(out)?.[1];
const etagOf = (out) => /^etag: (.*?)\r?$/im.exec(out)?.[1];

/** Whether every command of the manual does what it says; complains of the first that does not. */
export async function triedManual(server, { clientId, clientSecret }) {
  const folder = await mkdtemp(join(tmpdir(), 'upline-manual-'));
  try {
    const api = new Api(server);
    const signIn = (name) => api.signIn(`${name}@harborline.example`, PASSWORD);
    const reporter = await signIn('reporter');
    const attester = await signIn('attester');
    const { examples } = parse(await readFile(CONTRACT, 'utf8'), { maxAliasCount: -1 }).components;
    const exampleOf = (id) => Object.values(examples).find(({ value }) => value?.ownReference === id && !value.id).value;
    await writeFile(join(folder, '.curlrc'), 'silent\nshow-error\nfail-with-body\n');
    await writeFile(join(folder, 'lead-generator.json'), JSON.stringify(exampleOf('V-0042')));
    await writeFile(join(folder, 'call.mp3'), RECORDING);
    const carriers = (await api.call(reporter, 'GET', '/v1/carriers')).json.items;
    const [CARRIER] = carriers.filter(({ name }) => name.startsWith('Summit')).map(({ id }) => id);
    const [wantsNil] = carriers.filter(({ name }) => name.startsWith('Granite')).map(({ id }) => id);
    const incident = await api.call(reporter, 'POST', '/v1/incidents', { body: { ...exampleOf('CASE-0815'), carrierId: CARRIER } });
    const environment = { UPLINE: server, TOKEN: reporter, PASSWORD, CARRIER, INCIDENT: incident.json.id, ETAG: incident.etag, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret };
    let count = 0;
    for (const chapter of (await readdir(CHAPTERS)).sort()) {
      for (const command of await commandsOf(chapter)) {
        if (command.includes('/submit"')) environment.TOKEN = attester;
        if (command.includes('/v1/nil-declarations')) Object.assign(environment, { TOKEN: attester, CARRIER: wantsNil });
        const out = await run(command, folder, environment);
        Object.assign(environment, { TOKEN: reporter, CARRIER });
        if (command.includes('/v1/submissions"')) Object.assign(environment, { SUBMISSION: memberOf(out, 'id'), ETAG: etagOf(out) });
        count++;
      }
    }
    console.log(`manual      its ${count} commands do what it says`);
    return count > 0;
  } catch (failure) {
    console.log(`manual      FAILED: ${failure.message}`);
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
