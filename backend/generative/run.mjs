// Holds the answers of an Upline to the contract by Specmatic, which makes up the requests: what each role may read, as a person of
// the demo who has it, on the Upline that answers at UPLINE or on one of its own. What it makes of a change is `make fuzz`'s.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { Api } from '../demo/api.mjs';
import { month } from '../demo/month.mjs';
import { withAnUplineOfItsOwn } from '../demo/own-upline.mjs';
import { tour } from '../demo/tour.mjs';
import { Things } from './things.mjs';
import { readsOf, SIDES, viewOf } from './view.mjs';

const CONTRACT = new URL('../../openapi.yaml', import.meta.url);
const WORLD = new URL('../local/src/main/resources/demo/world.json', import.meta.url);
const SPECMATIC = fileURLToPath(new URL('node_modules/specmatic/specmatic.jar', import.meta.url));
const PASSWORD = 'demo-only-on-this-machine';
/** Of an operation's parameters together and of their codes; all of them would be thousands for a list. */
const MOST_COMBINATIONS = 8;
const { JAVA_HOME = '', UPLINE, ROLE } = process.env;

/** All people of the demo for each role. */
function peopleOf(world) {
  const people = new Map();
  const look = (node) => {
    if (node === null || typeof node !== 'object') return;
    const roles = node.roles ?? [node.role];
    if (node.email) roles.filter(Boolean).forEach((role) => people.set(role, [...(people.get(role) ?? []), node.email]));
    Object.values(node).forEach(look);
  };
  look(world);
  return people;
}

/** Runs the tool on one view, and answers how many requests it made and what it found. */
async function held(view, server, token, folder) {
  const file = join(folder, 'view.yaml');
  await writeFile(file, stringify(view, { aliasDuplicateObjects: false }));
  const program = spawn(
    join(JAVA_HOME, 'bin', 'java'),
    ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', SPECMATIC, 'test', `--testBaseURL=${server}`, '--timeout=60', file],
    {
      cwd: folder,
      // The token goes by the name that the view gives to its scheme.
      env: { ...process.env, person: token, MAX_TEST_REQUEST_COMBINATIONS: String(MOST_COMBINATIONS) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [out, complaint, [end]] = await Promise.all([text(program.stdout), text(program.stderr), once(program, 'close')]);
  const [, requests, sound] = /Tests run: (\d+), Successes: (\d+)/.exec(out) ?? [];
  return { requests: Number(requests ?? 0), sound: Number(sound ?? 0), end, said: out + complaint };
}

async function tried(server) {
  const contract = parse(await readFile(CONTRACT, 'utf8'), { maxAliasCount: -1 });
  const people = peopleOf(JSON.parse(await readFile(WORLD, 'utf8')));
  const folder = await mkdtemp(join(tmpdir(), 'upline-generative-'));
  const never = new Set(Object.values(contract.paths).flatMap(({ get }) => (get?.['x-roles'] ? [get.operationId] : [])));
  let isSound = true;
  let all = 0;
  for (const [role, emails] of people) {
    if (ROLE && role !== ROLE) continue;
    const { token, values } = bestOf(await Promise.all(emails.map((email) => seen(contract, role, server, email))));
    values.forEach((_, operation) => never.delete(operation));
    let [requests, sound] = [0, 0];
    for (const side of SIDES) {
      const view = viewOf(contract, role, values, side);
      if (!view) continue;
      const result = await held(view, server, token, folder);
      requests += result.requests;
      sound += result.sound;
      if (result.end !== 0 || result.requests === 0 || result.sound !== result.requests) {
        isSound = false;
        const log = join(tmpdir(), `upline-generative-${role}-${side}.log`);
        await writeFile(log, result.said);
        console.error(`${role}: ${result.requests - result.sound} of ${result.requests} answers do not fit the contract (ended with ${result.end}): ${log}`);
      }
    }
    all += requests;
    console.log(`${role.padEnd(24)} ${String(values.size).padStart(3)} of ${readsOf(contract, role).length} reads, ${sound} of ${requests} answers as the contract says`);
  }
  await rm(folder, { recursive: true, force: true });
  console.log(`${all} requests; no one had anything for ${[...never].join(', ') || 'none left out'}`);
  process.exitCode = isSound && all > 0 ? 0 : 1;
}

/** What there is for a person to read. */
async function seen(contract, role, server, email) {
  const token = await new Api(server).signIn(email, PASSWORD);
  const things = new Things(contract, role, (address) => asked(server, token, address));
  await things.look();
  return { token, values: await things.values() };
}

const bestOf = (people) => people.reduce((best, each) => (each.values.size > best.values.size ? each : best));

async function asked(server, token, address) {
  const response = await fetch(server + address, { headers: { Authorization: `Bearer ${token}` } });
  const isJson = /^application\/json\b/.test(response.headers.get('content-type'));
  const bytes = await response.text();
  if (response.status >= 500) throw new Error(`GET ${address}: ${response.status} ${bytes}`);
  return { status: response.status, json: isJson && response.ok ? JSON.parse(bytes) : undefined };
}

if (UPLINE) await tried(UPLINE);
else {
  await withAnUplineOfItsOwn(async (own) => {
    await tour(own, '');
    await month(own);
    await tried(own);
  });
}
