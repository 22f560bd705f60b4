// A month of incidents, over the public API alone: two agencies, two carriers with different policies; one report late, one
// critical and alone, one nil declaration, one corrective action plan, and the carrier's list for CMS at the end.
import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from './api.mjs';

const PASSWORD = 'demo-only-on-this-machine';
const DAY = 24 * 60 * 60 * 1000;
const say = (step, text) => console.log(`${step.padEnd(12)} ${text}`);
const day = (time) => new Date(time).toISOString().slice(0, 10);
const today = (carrier) => new Intl.DateTimeFormat('en-CA', { timeZone: carrier.timeZone }).format(Date.now());
const monthOf = (carrier) => today(carrier).slice(0, 7);
const monthBefore = (carrier) => day(Date.parse(`${monthOf(carrier)}-01`) - DAY).slice(0, 7);
// Two days back where that is in the carrier's present month, else today: what became known last month may be late by now.
const recently = (carrier) => {
  const back = day(Date.parse(today(carrier)) - 2 * DAY);
  return back.startsWith(monthOf(carrier)) ? back : today(carrier);
};

const incident = (carrier, more) => ({
  carrierId: carrier.id,
  kind: 'BENEFICIARY_NONCOMPLIANCE',
  beneficiaryInteraction: true,
  incidentDateUnknown: true,
  discoveryDate: recently(carrier),
  state: 'FL',
  channel: 'PHONE_OUTBOUND',
  source: 'CALL_MONITORING',
  beneficiariesAffected: 1,
  potentialHarm: false,
  enrollmentAffected: false,
  ...more,
});

export async function month(base) {
  const api = new Api(base);
  const as = (role, domain) => api.signIn(`${role}@${domain}.example`, PASSWORD);
  const harborline = { reporter: await as('reporter', 'harborline'), attester: await as('attester', 'harborline') };
  const blueMesa = { reporter: await as('reporter', 'bluemesa'), attester: await as('attester', 'bluemesa') };
  const summit = { analyst: await as('analyst', 'summitpeak'), reviewer: await as('reviewer', 'summitpeak') };
  const granite = { reviewer: await as('reviewer', 'granitemutual') };
  const carriers = (await api.call(harborline.reporter, 'GET', '/v1/carriers')).json.items;
  const [toGranite, toSummit] = ['Granite Mutual Medicare', 'Summit Peak Health'].map((name) => carriers.find((c) => c.name === name));
  say('A month', `${toSummit.name} wants incidents by ${dueDay(toSummit)}, ${toGranite.name} by ${dueDay(toGranite)} and nil reports too`);

  const record = async (who, draft) => (await api.call(who, 'POST', '/v1/incidents', { body: draft })).json;
  const report = (agency, carrier, what, more) => submitted(api, agency, carrier, { kind: 'INCIDENTS', ...what }, more);

  const late = await record(
    harborline.reporter,
    incident(toSummit, {
      kind: 'VIOLATION',
      discoveryDate: `${monthBefore(toSummit)}-10`,
      channel: 'WEB',
      subject: { type: 'AGENCY', name: 'Harborline Benefit Advisors LLC' },
      primaryCategory: 'UNAPPROVED_MATERIAL',
      description: 'A landing page went live before the carrier had approved it; it was taken down the same day.',
    }),
  );
  const lateReport = await report(harborline, toSummit, { period: monthBefore(toSummit) }, { lateReason: 'Found in a review of last month’s pages.' });
  say('Late', `${late.reference} of ${monthBefore(toSummit)} in ${lateReport.reference}: ${lateReport.lateItems ?? 1} late, with its reason`);

  const critical = await record(
    harborline.reporter,
    incident(toSummit, {
      subject: { type: 'AGENT', name: 'Field agent 17', npn: '9710017' },
      primaryCategory: 'ENROLLED_WITHOUT_CONSENT',
      potentialHarm: true,
      enrollmentAffected: true,
      description: 'A beneficiary was enrolled although the recording shows that no consent was given; the enrollment was canceled.',
      investigation: { status: 'CLOSED', outcome: 'FOUNDED', rootCause: 'KNOWING_MISCONDUCT' },
      disciplinaryActions: [{ type: 'TERMINATED_FOR_CAUSE', takenBy: 'AGENCY', decisionDate: recently(toSummit), forCause: true, status: 'COMPLETED' }],
    }),
  );
  const alone = await report(harborline, toSummit, { scope: 'SELECTED', incidentIds: [critical.id] });
  say('Critical', `${critical.reference} is ${critical.severity} and goes out alone in ${alone.reference}`);

  await record(
    blueMesa.reporter,
    incident(toSummit, {
      subject: { type: 'UNLICENSED_STAFF', name: 'Intake desk' },
      primaryCategory: 'TPMO_DISCLAIMER_MISSING',
      description: 'The disclaimer was not read within the first minute of three calls; the script was corrected.',
      disciplinaryActions: [{ type: 'COACHING', takenBy: 'AGENCY', decisionDate: recently(toSummit), status: 'COMPLETED' }],
    }),
  );
  await record(
    blueMesa.reporter,
    incident(toGranite, {
      subject: { type: 'UNLICENSED_STAFF', name: 'Intake desk' },
      primaryCategory: 'CALL_NOT_RECORDED',
      description: 'Recording was off on one line for an afternoon; it was found by the daily check and repaired.',
    }),
  );
  const monthly = await report(blueMesa, toSummit, { period: monthOf(toSummit) });
  const onTime = await report(blueMesa, toGranite, { period: monthOf(toGranite) });
  say('On time', `Blue Mesa's ${monthly.reference} to ${toSummit.name} and ${onTime.reference} to ${toGranite.name}`);
  await nil(api, harborline.attester, toGranite);

  for (const [reviewer, s] of [[summit.reviewer, lateReport], [summit.reviewer, alone], [summit.reviewer, monthly], [granite.reviewer, onTime]]) {
    await step(api, reviewer, `/v1/submissions/${s.id}/acknowledge`, s.etag, {});
  }
  say('Acknowledge', 'all of them');
  await calendar(api, harborline.reporter, toSummit);
  await triage(api, summit, critical);
  await correctiveAction(api, harborline.reporter, summit, critical);
  await listForCms(api, summit, monthOf(toSummit));
}

const dueDay = (carrier) =>
  carrier.policy.incidentDueDay === 'LAST_DAY' ? 'the last day of the month' : `the ${carrier.policy.incidentDueDay}th of the next month`;

async function step(api, who, path, etag, body) {
  const answer = await api.call(who, 'POST', path, { body, headers: { 'If-Match': etag } });
  return { ...answer.json, etag: answer.etag };
}

async function submitted(api, { reporter, attester }, carrier, what, more = {}) {
  const draft = await api.call(reporter, 'POST', '/v1/submissions', { body: { carrierId: carrier.id, ...what } });
  const statement = { wordingVersion: carrier.policy.attestationVersion, title: 'Compliance Officer', accepted: true, ...more };
  return step(api, attester, `/v1/submissions/${draft.json.id}/submit`, draft.etag, statement);
}

async function nil(api, attester, carrier) {
  try {
    const body = {
      carrierId: carrier.id,
      period: monthBefore(carrier),
      wordingVersion: carrier.policy.attestationVersion,
      title: 'Compliance Officer',
      accepted: true,
      lateReason: 'Declared with this month’s work.',
    };
    const { json } = await api.call(attester, 'POST', '/v1/nil-declarations', { body });
    say('Nil', `Harborline had nothing to report to ${carrier.name} for ${monthBefore(carrier)}: receipt ${json.receiptNumber}`);
  } catch (refusal) {
    // The tour may have been taken before, and a month is declared once.
    if (!refusal.message.includes('409')) throw refusal;
    say('Nil', `${monthBefore(carrier)} was declared before`);
  }
}

async function calendar(api, reporter, carrier) {
  const { items } = (await api.call(reporter, 'GET', `/v1/reporting-periods?fromPeriod=${monthBefore(carrier)}&toPeriod=${monthOf(carrier)}`)).json;
  items.forEach((p) => say(p === items[0] ? 'Calendar' : '', `${p.period} ${p.carrier.name}: ${p.status} (${p.why})`));
}

async function triage(api, { analyst, reviewer }, critical) {
  const queue = (await api.call(analyst, 'GET', '/v1/triage-items?limit=3')).json.items;
  say('Triage', `first in the queue: ${queue.map((i) => `${i.incidentReference} of ${i.agency.name}`).join(', ')}`);
  let item = await api.call(analyst, 'GET', `/v1/triage-items/${critical.id}`);
  item = await step(api, analyst, `/v1/triage-items/${critical.id}/review`, item.etag, { message: 'Recording requested.' });
  item = await step(api, reviewer, `/v1/triage-items/${critical.id}/decide`, item.etag, { conclusion: 'FOUNDED', reason: 'The recording confirms it.' });
  say('Decide', `${critical.reference}: ${item.conclusion}`);
}

async function correctiveAction(api, reporter, { analyst, reviewer }, critical) {
  const agencies = (await api.call(analyst, 'GET', '/v1/agencies')).json.items;
  const issued = await api.call(reviewer, 'POST', '/v1/corrective-action-plans', {
    body: {
      agencyId: agencies.find((a) => a.name.startsWith('Harborline')).id,
      title: 'Consent before every enrollment',
      incidentIds: [critical.id],
      actionItems: [{ title: 'Second person hears every consent for 90 days', owner: 'Compliance officer', dueDate: day(Date.now() + 60 * DAY) }],
    },
  });
  let plan = { ...issued.json, etag: issued.etag };
  const at = `/v1/corrective-action-plans/${plan.id}`;
  const item = `${at}/items/${plan.actionItems[0].id}`;
  plan = await step(api, reporter, `${item}/evidence`, plan.etag, { text: 'Rota and sample of 40 calls.', reference: 'DOC-2211' });
  plan = await step(api, analyst, `${item}/accept`, plan.etag, { message: 'Plausible.' });
  plan = await step(api, reviewer, `${at}/close`, plan.etag, { message: 'Forty calls heard, forty consents.' });
  say('Plan', `${plan.reference} issued, answered, accepted and ${plan.state}`);
}

async function listForCms(api, { analyst, reviewer }, month) {
  const drafted = await api.call(analyst, 'POST', '/v1/extracts', { body: { kind: 'CMS_MONTHLY', period: month } });
  const extract = await step(api, reviewer, `/v1/extracts/${drafted.json.id}/finalize`, drafted.etag);
  const rows = (await api.call(analyst, 'GET', `/v1/extracts/${extract.id}/rows`)).json.items;
  const content = (await api.call(analyst, 'GET', `/v1/extracts/${extract.id}/content`)).bytes;
  const computed = createHash('sha256').update(content).digest('hex');
  if (computed !== extract.contentSha256) throw new Error('The extract is not what was frozen');
  say('For CMS', `${rows.length} rows for ${month}, frozen with SHA-256 ${computed.slice(0, 16)}…`);
  const file = join(await mkdtemp(join(tmpdir(), 'upline-month-')), 'cms-monthly.xlsx');
  await writeFile(file, (await api.call(analyst, 'GET', `/v1/extracts/${extract.id}/export`)).bytes);
  say('Download', `the carrier's list for CMS: ${file}`);
}
