// One real report, over the public API alone: the spreadsheet that agencies send today is uploaded, found faulty, mended in
// the workbook that comes back, disclosed, returned, corrected, resubmitted, acknowledged, and downloaded by the carrier.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { address, FAULTS, mend, write } from './form.mjs';
import { Api } from './api.mjs';
import { takenBack } from './taking-back.mjs';

/** One of the cells that are wrong, and what belongs there. */
const EIN = { column: 'Tax ID (EIN)', right: '31-3678071' };

const PASSWORD = 'demo-only-on-this-machine';
const say = (step, text) => console.log(`${step.padEnd(12)} ${text}`);

/** @param mark tells the companies of this tour from those of an earlier one */
export async function tour(base, mark) {
  const api = new Api(base);
  const signIn = (person) => api.signIn(person, PASSWORD);
  const people = {
    reporter: await signIn('reporter@harborline.example'),
    attester: await signIn('attester@harborline.example'),
    analyst: await signIn('analyst@summitpeak.example'),
    reviewer: await signIn('reviewer@summitpeak.example'),
  };
  say('Sign in', `as ${Object.keys(people).join(', ')}`);
  const folder = await mkdtemp(join(tmpdir(), 'upline-tour-'));
  await intoTheRegister(api, people, folder, mark);
  await disclosed(api, people, folder, mark);
}

async function intoTheRegister(api, { reporter }, folder, mark) {
  const form = join(folder, 'form.xlsx');
  await write(form, mark);
  const faulty = await api.upload(reporter, await readFile(form), 'COMMIT');
  say('Upload', `${faulty.status}: ${faulty.errorCount} cells need mending, nothing was written`);
  faulty.errors.forEach((e) => say('', `${e.cell.padEnd(4)}${e.column}: ${e.message}`));
  const told = faulty.errors.map((e) => e.cell).sort().join();
  if (told !== FAULTS.map(address).sort().join()) throw new Error(`Not the cells that are wrong: ${told}`);

  await corrected(api, reporter, faulty);
  const marked = join(folder, 'marked.xlsx');
  await writeFile(marked, (await api.call(reporter, 'GET', `/v1/relationship-imports/${faulty.id}/marked-workbook`)).bytes);
  say('Marked', `the workbook with these cells marked: ${marked}`);
  const mended = join(folder, 'mended.xlsx');
  await mend(marked, mended, mark);
  const sheet = await readFile(mended);
  for (const [step, mode] of [['Dry run', 'DRY_RUN'], ['Import', 'COMMIT'], ['Again', 'COMMIT']]) {
    const { status, created, unchanged, errors } = await api.upload(reporter, sheet, mode);
    say(step, `${status}: ${created} created, ${unchanged} unchanged`);
    if (errors.length) throw new Error(`${errors[0].cell}: ${errors[0].message}`);
  }
}

/** Without a workbook too: the faulty rows are read as the sheet has them, and a cell is sent as it should have been. */
async function corrected(api, reporter, faulty) {
  const at = `/v1/relationship-imports/${faulty.id}`;
  const { items } = (await api.call(reporter, 'GET', `${at}/rows?faulty=true`)).json;
  const { row, field } = faulty.errors.find((e) => e.column === EIN.column);
  const { etag } = await api.call(reporter, 'GET', at);
  const { json } = await api.call(reporter, 'POST', `${at}/corrections`, {
    body: { mode: 'DRY_RUN', rows: [{ row, cells: [{ field, text: EIN.right }] }] },
    headers: { 'If-Match': etag },
  });
  say('Correct', `a cell of one of ${items.length} faulty rows, without Excel: ${json.errorCount} are left`);
}

async function disclosed(api, { reporter, attester, analyst, reviewer }, folder, mark) {
  const carriers = (await api.call(reporter, 'GET', '/v1/carriers')).json.items;
  const carrier = carriers.find((c) => c.name === 'Summit Peak Health');
  let { json: s, etag } = await api.call(reporter, 'POST', '/v1/submissions', { body: { carrierId: carrier.id } });
  say('Draft', `${s.reference} to ${carrier.name}: ${s.counts.added} added, ${s.counts.changed} changed, ${s.counts.ended} ended`);
  const step = async (who, action, body) => {
    ({ json: s, etag } = await api.call(who, 'POST', `/v1/submissions/${s.id}/${action}`, { body, headers: { 'If-Match': etag } }));
  };
  const statement = { wordingVersion: carrier.policy.attestationVersion, title: 'Compliance Officer', accepted: true };
  await step(attester, 'submit', statement);
  say('Submit', `receipt ${s.receiptNumber}`);

  const found = (await api.call(reporter, 'GET', `/v1/relationships?q=${encodeURIComponent(`agave${mark}`)}`)).json.items[0];
  const comment = await api.call(analyst, 'POST', `/v1/submissions/${s.id}/comments`, {
    body: { relationshipId: found.id, pointer: '/contact/email', text: 'Please give the address of a person.' },
  });
  await step(analyst, 'return', { message: 'See the comment.' });
  say('Return', `${s.decision.message} (on the contact of ${found.reference})`);
  await api.call(reporter, 'PATCH', `/v1/relationships/${found.id}`, {
    body: { contact: { email: 'officer@agavequotes.example' } },
    type: 'application/merge-patch+json',
    headers: { 'If-Match': `"${found.revision}"` },
  });
  const answered = await api.call(reporter, 'POST', `/v1/remarks/${comment.json.id}/answer`, {
    body: { text: 'It is now that of the compliance officer.' },
    headers: { 'If-Match': (await api.call(reporter, 'GET', `/v1/remarks/${comment.json.id}`)).etag },
  });
  say('Answer', `to the comment, by the agency: ${answered.json.state}`);
  await step(reporter, 'refresh');
  await step(attester, 'submit', statement);
  say('Resubmit', `revision ${s.revision}, receipt ${s.receiptNumber}`);
  await step(reviewer, 'acknowledge', { message: 'Thank you.' });
  say('Acknowledge', s.status);
  await step(reviewer, 'undo-acknowledgement', { message: 'Meant for another submission.' });
  say('Undo', `${s.status} again: it was the wrong one`);
  await step(reviewer, 'acknowledge', { message: 'Thank you.' });
  say('Acknowledge', s.status);

  const receipt = (await api.call(reviewer, 'GET', `/v1/submissions/${s.id}/receipt`)).json;
  const content = (await api.call(reviewer, 'GET', `/v1/submissions/${s.id}/content`)).bytes;
  const computed = createHash('sha256').update(content).digest('hex');
  if (computed !== receipt.contentSha256) throw new Error('The receipt does not vouch for the content');
  say('Verify', `SHA-256 ${computed.slice(0, 16)}… is the receipt's`);
  await takenBack(api, { reporter, attester, reviewer }, { carrier, statement, mark });
  const file = join(folder, 'carrier-register.xlsx');
  await writeFile(file, (await api.call(reviewer, 'GET', '/v1/disclosed-relationships/export')).bytes);
  say('Download', `the carrier's register: ${file}`);
}
