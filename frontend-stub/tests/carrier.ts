import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const TOUR = fileURLToPath(new URL('../../backend/demo/run.mjs', import.meta.url));

/** Calls the API as somebody of the demo, for what happens outside the pages that a test looks at. */
export class Person {
  private constructor(
    private readonly upline: string,
    private readonly token: string,
  ) {}

  static async signIn(upline: string, email: string): Promise<Person> {
    const answer = await fetch(`${upline}/v1/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password: 'demo-only-on-this-machine' }),
    });
    const { session } = (await answer.json()) as { session: { accessToken: string } };
    return new Person(upline, session.accessToken);
  }

  async call<T>(method: string, path: string, body?: unknown, etag?: string): Promise<{ value: T; etag: string }> {
    const answer = await fetch(this.upline + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
        ...(etag ? { 'If-Match': etag } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return { value: (await answer.json()) as T, etag: answer.headers.get('ETag') ?? '' };
  }
}

/** Lets the demo's agencies report to the demo's carriers over the API, so that a carrier has something to look at; once. */
export async function takeTour(upline: string): Promise<void> {
  const reviewer = await Person.signIn(upline, 'reviewer@summitpeak.example');
  const { value } = await reviewer.call<{ items: unknown[] }>('GET', '/v1/disclosed-incidents');
  if (value.items.length > 0) return;
  const tour = spawn(process.execPath, [TOUR], { env: { ...process.env, UPLINE: upline }, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(tour, 'exit');
  if (code !== 0) throw new Error(`The tour failed with ${String(code)}`);
}

interface Record {
  id: string;
  reference: string;
}
interface Draft extends Record {
  carrier: { id: string };
}

/** A relationship of the agency is changed and disclosed to the carrier: what a queue begins with. */
export async function discloseChange(upline: string, agency: string, carrierName: string, notes: (relationship: Record) => unknown): Promise<{ submission: Draft; relationship: Record }> {
  const reporter = await Person.signIn(upline, `reporter@${agency}`);
  const attester = await Person.signIn(upline, `attester@${agency}`);
  const { value: carriers } = await reporter.call<{ items: { id: string; name: string; policy: { attestationVersion: string } }[] }>('GET', '/v1/carriers');
  const carrier = carriers.items.find(({ name }) => name === carrierName);
  if (!carrier) throw new Error(`There is no carrier ${carrierName}`);
  const { value: register } = await reporter.call<{ items: Record[] }>('GET', '/v1/relationships?status=ACTIVE&limit=1');
  const first = register.items[0] as Record;
  const read = await reporter.call<Record>('GET', `/v1/relationships/${first.id}`);
  await reporter.call('PATCH', `/v1/relationships/${first.id}`, notes(read.value), read.etag);
  const draft = await reporter.call<Draft>('POST', '/v1/submissions', { carrierId: carrier.id, kind: 'RELATIONSHIPS' });
  await attester.call('POST', `/v1/submissions/${draft.value.id}/submit`, { wordingVersion: carrier.policy.attestationVersion, title: 'Compliance Officer', accepted: true, lateReason: 'It was found at the review of the register.' }, draft.etag);
  return { submission: draft.value, relationship: first };
}
