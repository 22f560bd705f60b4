// Tries the SDKs out: each language does the same things to an Upline that is started for it
// (or that answers at UPLINE), and to a stand-in for what an Upline does not do on demand. Needs what `make sdk` and each
// language's build have made. Started by `make test-sdk`, with UPLINE_COMMAND.
//   node test/run.mjs typescript java …
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Api } from '../../backend/demo/api.mjs';
import { withAnUplineOfItsOwn } from '../../backend/demo/own-upline.mjs';
import { triedGuide } from './guide.mjs';
import { triedManual } from './manual.mjs';
import { startStandIn } from './stand-in.mjs';
import { STEPS } from './story.mjs';

const SDK = fileURLToPath(new URL('..', import.meta.url));
const PATIENCE_SECONDS = 120;
const { JAVA_HOME = '', PYTHON = 'python3', UPLINE } = process.env;

/** How each language's program is started, in sdk/. */
const PROGRAMS = {
  typescript: ['node', 'target/test/story.js'],
  java: [`${JAVA_HOME}/bin/java`, '-cp', 'target/java/target/*:target/java/target/dependency/*', 'test/Story.java'],
  python: [PYTHON, 'test/story.py'],
};

const PERSON = { password: 'demo-only-on-this-machine', administrator: 'administrator@harborline.example', reporter: 'reporter@harborline.example' };
const SCOPES = ['relationships:read', 'relationships:write', 'relationship-workbooks:read', 'relationship-workbooks:write'];

/** An account whose secret is shown once, and some relationships to page through. */
async function prepared(server) {
  const api = new Api(server);
  const administrator = await api.signIn(PERSON.administrator, PERSON.password);
  const account = await api.call(administrator, 'POST', '/v1/service-accounts', {
    body: { name: 'SDKs', role: 'AGENCY_REPORTER', scopes: SCOPES },
  });
  const secret = await api.call(administrator, 'POST', `/v1/service-accounts/${account.json.id}/secrets`, {
    body: {}, headers: { 'If-Match': account.etag },
  });
  const reporter = await api.signIn(PERSON.reporter, PERSON.password);
  const relationships = [];
  for (let number = 1; number <= 5; number++) {
    relationships.push((await api.call(reporter, 'POST', '/v1/relationships', { body: relationship(number) })).json);
  }
  const form = new FormData();
  form.append('file', new Blob(['Legal name,State\nAny LLC,TX\n']), 'upload.csv');
  const sheetImport = (await api.call(reporter, 'POST', '/v1/relationship-imports', { form })).json;
  return { clientId: secret.json.clientId, clientSecret: secret.json.clientSecret, relationship: relationships[0], sheetImport };
}

const relationship = (number) => ({
  entityType: 'AGENCY',
  legalName: `Standing Register LLC ${number}`,
  licensedProducer: false,
  address: { line1: `${number} Main Street`, city: 'Austin', state: 'TX', zip: '78701' },
  contact: { name: 'Pat Example', email: `pat@standing${number}.example` },
  functions: ['MARKETING'],
  websites: [`https://www.standing${number}.example`],
  offshore: false,
  startDate: '2024-01-15',
  knownOn: '2026-11-01',
});

/** Runs one program to its end, and answers what it has done and what it complained of. */
async function told(language, environment) {
  const [command, ...parameters] = PROGRAMS[language];
  const begun = Date.now();
  const program = spawn(command, parameters, { cwd: SDK, env: { ...process.env, ...environment }, timeout: PATIENCE_SECONDS * 1000 });
  const ended = Promise.race([once(program, 'close'), once(program, 'error').then(([error]) => [error.message])]);
  const [out, complaint] = await Promise.all([text(program.stdout), text(program.stderr)]);
  const [end] = await ended;
  return { language, end, steps: out.split('\n').filter(Boolean), complaint, seconds: (Date.now() - begun) / 1000 };
}

/** A line for each step; answers how many were passed. */
function report({ language, end, steps, complaint, seconds }) {
  const name = language.padEnd(11);
  const passed = STEPS.findIndex((step, number) => steps[number] !== step);
  const count = passed === -1 ? STEPS.length : passed;
  STEPS.slice(0, count).forEach((step) => console.log(`${name} ${step}`));
  const isWhole = end === 0 && count === STEPS.length && steps.length === STEPS.length;
  if (!isWhole) {
    console.error(`${name} FAILED (ended with ${end}): ${STEPS[count] ?? 'after its last step'}`);
    console.error([...steps.slice(count), complaint].join('\n'));
  }
  console.log(`${name} took ${seconds.toFixed(1)} s`);
  return isWhole ? STEPS.length : Math.min(count, STEPS.length - 1);
}

const languages = process.argv.slice(2);
let passed = 0;
let isGuideTrue = false;
let isManualTrue = false;

async function tried(server) {
  const { clientId, clientSecret, relationship: sample, sheetImport } = await prepared(server);
  const standIn = await startStandIn(sample, sheetImport);
  const environment = { SERVER: server, STAND_IN: standIn.address, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret };
  for (const result of await Promise.all(languages.map((language) => told(language, environment)))) passed += report(result);
  standIn.stop();
  isGuideTrue = await triedGuide(server);
  // A month is declared once: it takes an Upline that nobody has tried it on.
  isManualTrue = Boolean(UPLINE) || (await triedManual(server, { clientId, clientSecret }));
}

if (UPLINE) await tried(UPLINE);
else await withAnUplineOfItsOwn(tried);
const failed = languages.length * STEPS.length - passed;
console.log(`SDKs: ${passed} passed, ${failed} failed (${languages.join(', ')})`);
process.exitCode = failed === 0 && passed > 0 && isGuideTrue && isManualTrue ? 0 : 1;
