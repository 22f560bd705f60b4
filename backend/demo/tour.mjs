// One real report, over the public API alone: a sheet in the form agencies send today is uploaded, found
// faulty, mended, disclosed, returned, corrected, resubmitted, acknowledged, and downloaded by the carrier.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const base = process.argv[2];
const password = 'demo-only-on-this-machine';
// Each run tells of another company, so that the tour can be taken again on the same data.
const run = String(Date.now()).slice(-7);

async function call(who, method, path, { body, type = 'application/json', headers = {}, form } = {}) {
  const response = await fetch(base + path, {
    method,
    headers: {
      ...(who ? { Authorization: `Bearer ${who}` } : {}),
      ...(body ? { 'Content-Type': type } : {}),
      ...headers,
    },
    body: form ?? (body ? JSON.stringify(body) : undefined),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const json = isJson && !path.endsWith('/content') ? JSON.parse(bytes.toString()) : undefined;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${json?.detail ?? ''}`);
  return { json, bytes, etag: response.headers.get('etag') };
}
const say = (step, text) => console.log(`${step.padEnd(12)} ${text}`);
const signIn = async (email) =>
  (await call(null, 'POST', '/v1/sessions', { body: { email, password } })).json.accessToken;

const header =
  'Name of Subcontractor / TPMO (legal),Type of entity,NPN,Tax ID (EIN),Services provided,How leads are obtained,Street,City,ST,Zip,Contact,E-mail,Telephone,Web site(s),Start date,Offshore? (Y/N)';
const sheet = (date, state) =>
  [
    'TPMO Relationships Form',
    '',
    header,
    `Tour Leads ${run} LLC,Lead Generator,,98-${run},Lead Generation,Web form,1 Main St,Tampa,${state},33602,Desk,desk@tourleads.example,(813) 555-0142,www.tourleads.example,${date},N`,
  ].join('\r\n');
const upload = async (who, text, mode) => {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'text/csv' }), 'relationships.csv');
  form.append('mode', mode);
  return (await call(who, 'POST', '/v1/relationship-imports', { form })).json;
};

const reporter = await signIn('reporter@harborline.example');
const attester = await signIn('attester@harborline.example');
const analyst = await signIn('analyst@summitpeak.example');
const reviewer = await signIn('reviewer@summitpeak.example');
say('Sign in', 'as reporter, attester, analyst and reviewer');

const faulty = await upload(reporter, sheet('13/45/2024', 'ZZ'), 'COMMIT');
say('Upload', `${faulty.status}: ${faulty.errorCount} cells need mending`);
faulty.errors.forEach((e) => say('', `${e.cell} ${e.column}: ${e.message}`));
const mended = await upload(reporter, sheet('03/15/2024', 'FL'), 'COMMIT');
say('Mended', `${mended.status}: ${mended.created} created`);
const again = await upload(reporter, sheet('03/15/2024', 'FL'), 'COMMIT');
say('Again', `${again.status}: ${again.created} created, ${again.unchanged} unchanged`);

const carriers = (await call(reporter, 'GET', '/v1/carriers')).json.items;
const carrier = carriers.find((c) => c.name === 'Summit Peak Health');
let { json: s, etag } = await call(reporter, 'POST', '/v1/submissions', { body: { carrierId: carrier.id } });
say('Draft', `${s.reference} to ${carrier.name}: ${s.counts.added} added, ${s.counts.changed} changed`);
const step = async (who, action, body) => {
  ({ json: s, etag } = await call(who, 'POST', `/v1/submissions/${s.id}/${action}`, {
    body,
    headers: { 'If-Match': etag },
  }));
};
const statement = { wordingVersion: carrier.policy.attestationVersion, title: 'Compliance Officer', accepted: true };
await step(attester, 'submit', statement);
say('Submit', `receipt ${s.receiptNumber}`);
const found = (await call(reporter, 'GET', `/v1/relationships?q=${run}`)).json.items[0];
await call(analyst, 'POST', `/v1/submissions/${s.id}/comments`, {
  body: { relationshipId: found.id, pointer: '/contact/email', text: 'Please give the compliance address.' },
});
await step(analyst, 'return', { message: 'See the comment.' });
say('Return', s.decision.message);
await call(reporter, 'PATCH', `/v1/relationships/${found.id}`, {
  body: { contact: { email: 'compliance@tourleads.example' } },
  type: 'application/merge-patch+json',
  headers: { 'If-Match': `"${found.revision}"` },
});
await step(reporter, 'refresh');
await step(attester, 'submit', statement);
say('Resubmit', `revision ${s.revision}, receipt ${s.receiptNumber}`);
await step(reviewer, 'acknowledge', { message: 'Thank you.' });
say('Acknowledge', s.status);

const receipt = (await call(reviewer, 'GET', `/v1/submissions/${s.id}/receipt`)).json;
const content = (await call(reviewer, 'GET', `/v1/submissions/${s.id}/content`)).bytes;
const computed = createHash('sha256').update(content).digest('hex');
if (computed !== receipt.contentSha256) throw new Error('The receipt does not vouch for the content');
say('Verify', `SHA-256 ${computed.slice(0, 16)}… is the receipt's`);
const file = join(tmpdir(), 'carrier-register.xlsx');
await writeFile(file, (await call(reviewer, 'GET', '/v1/disclosed-relationships/export')).bytes);
say('Download', `the carrier's register: ${file}`);
