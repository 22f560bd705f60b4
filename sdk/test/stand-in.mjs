// A server that behaves as Upline may one day and a laptop's Upline does not on demand: it is busy, its tokens are short-lived, and it
// answers codes and members of a later version. It refuses whatever is not exactly what it waits for.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { isDeepStrictEqual } from 'node:util';

const TOKEN_LIFE_SECONDS = 2;
const BUSY_SECONDS = 1;

class Refusal extends Error {}

function refuseUnless(fulfilled, sentence) {
  if (!fulfilled) throw new Refusal(sentence);
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** Starts it; the relationship and the upload are as the real server answers them. */
export async function startStandIn(relationship, sheetImport) {
  const served = new StandIn(relationship, sheetImport);
  const server = createServer((request, response) => served.answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

const tokenOf = ({ authorization }) => authorization?.replace('Bearer ', '');

class StandIn {
  #relationship;
  #sheetImport;
  /** When each token expires. */
  #tokens = new Map();
  #issued = 0;
  /** When whoever was asked to wait may come again. */
  #busyUntil = new Map();

  constructor(relationship, sheetImport) {
    this.#relationship = relationship;
    this.#sheetImport = sheetImport;
  }

  async answer(request, response) {
    const body = await bodyOf(request);
    const { pathname, searchParams } = new URL(request.url, 'http://stand-in');
    try {
      if (pathname === '/v1/oauth/token') return this.#send(response, 200, this.#token());
      if (!this.#isSignedIn(request)) return this.#problem(response, 401, 'unauthenticated', 'This token has expired.');
      if (request.method === 'GET') return this.#list(searchParams.get('q'), response);
      if (request.method === 'PATCH') return this.#change(body, response);
      return this.#upload(request, body, response);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return this.#problem(response, 422, 'validation-failed', refusal.message);
    }
  }

  #token() {
    const token = `token-${++this.#issued}`;
    this.#tokens.set(token, Date.now() + 1000 * TOKEN_LIFE_SECONDS);
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE_SECONDS, scope: 'relationships:read' };
  }

  #isSignedIn({ headers }) {
    return (this.#tokens.get(tokenOf(headers)) ?? 0) > Date.now();
  }

  /** `q` says what the client is to meet. */
  #list(q, response) {
    if (q?.startsWith('busy')) {
      if (this.#isBusyFor(q)) return this.#askToWait(response, String(BUSY_SECONDS));
      return this.#send(response, 200, { items: [] });
    }
    const later = { ...this.#relationship, status: 'SUSPENDED', functions: ['SALES', 'TELEPATHY'], moonPhase: { name: 'full' } };
    return this.#send(response, 200, { items: [later], nextPageHint: 2 });
  }

  #change(body, response) {
    const wanted = [{ compensationBasis: 'FLAT_FEE' }, { compensationBasis: null }];
    refuseUnless(wanted.some((each) => isDeepStrictEqual(each, JSON.parse(body))), `Not only what was set: ${body}`);
    return this.#send(response, 200, { ...this.#relationship, ...JSON.parse(body) });
  }

  /** Busy at first; the request that comes again must be the same, to its last byte and its key. Its token expires while it waits. */
  #upload({ headers }, body, response) {
    const key = headers['idempotency-key'];
    refuseUnless(key, 'An upload has no idempotency key.');
    refuseUnless(body.includes('upload.csv') && body.includes('the last line'), 'The file did not arrive.');
    // Such a date has no fractions of a second: the next full one is not too early.
    if (this.#isBusyFor(key)) {
      this.#tokens.delete(tokenOf(headers));
      return this.#askToWait(response, new Date(Date.now() + 1000 * (BUSY_SECONDS + 1)).toUTCString());
    }
    return this.#send(response, 201, this.#sheetImport);
  }

  /** Whoever comes for the first time is asked to wait, and must not come again before. */
  #isBusyFor(whom) {
    const until = this.#busyUntil.get(whom);
    refuseUnless(until === undefined || Date.now() >= until, 'It did not wait.');
    if (until === undefined) this.#busyUntil.set(whom, Date.now() + 1000 * BUSY_SECONDS);
    return until === undefined;
  }

  #askToWait(response, retryAfter) {
    response.setHeader('Retry-After', retryAfter);
    return this.#problem(response, 429, 'too-many-requests', 'Too many requests; wait a moment.');
  }

  #problem(response, status, type, detail) {
    const problem = { type: `urn:upline:problem:${type}`, title: 'The stand-in refuses', status, detail, instance: 'urn:uuid:0' };
    return this.#send(response, status, problem, 'application/problem+json');
  }

  #send(response, status, content, type = 'application/json') {
    response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(content));
  }
}
