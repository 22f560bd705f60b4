// The story of story.mjs in TypeScript, against the package as it is published.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompensationBasis, EntityType, ExportFormat, ImportStatus, ProblemError, ProblemType, RelationshipWorkbooksApi, RelationshipsApi,
  ResponseError, TpmoFunction, UsState, WriteMode, connectServiceAccount, etag, items, type RelationshipDraft,
} from '@upline/client';
import { fileFrom, fileFromStream, saveTo } from '@upline/client/node';

const { SERVER: server = '', STAND_IN: standIn = '', CLIENT_ID: clientId = '', CLIENT_SECRET: clientSecret = '' } = process.env;
const done = (step: string): void => console.log(step);

async function failing(status: number, request: Promise<unknown>): Promise<ResponseError> {
  const failure = await request.then(() => assert.fail(`not ${status}`), (reason: unknown) => reason);
  if (!(failure instanceof ResponseError)) throw failure;
  assert.equal(failure.response.status, status);
  return failure;
}

async function problem(status: number, request: Promise<unknown>): Promise<ProblemError> {
  const failure = await failing(status, request);
  assert.ok(failure instanceof ProblemError);
  return failure;
}

const draft: RelationshipDraft = {
  entityType: EntityType.AGENCY,
  legalName: 'Typed Script Marketing LLC',
  licensedProducer: false,
  address: { line1: '1 Main Street', city: 'Austin', state: UsState.TX, zip: '78701' },
  contact: { name: 'Pat Example', email: 'pat@typedscript.example' },
  functions: [TpmoFunction.MARKETING],
  websites: ['https://www.typedscript.example'],
  offshore: false,
  startDate: '2024-01-15',
  knownOn: '2026-11-01',
};

async function live(): Promise<void> {
  // README: begin
  const upline = connectServiceAccount({ server, clientId, clientSecret });
  const relationships = new RelationshipsApi(upline);
  const names: string[] = [];
  for await (const relationship of items((cursor) => relationships.listRelationships({ cursor, limit: 2 }))) {
    names.push(relationship.legalName);
  }
  // README: end
  assert.ok(names.length >= 5 && names.includes('Standing Register LLC 5'), names.join());
  done('signs in as a service account, and reads all pages of the register');

  const idempotencyKey = crypto.randomUUID();
  const created = await relationships.createRelationship({ relationshipDraft: draft, idempotencyKey });
  const repeated = await relationships.createRelationship({ relationshipDraft: draft, idempotencyKey });
  assert.equal(repeated.id, created.id);
  done('creates a relationship with a key; the same key again answers the same relationship');

  const relationshipId = created.id;
  const read = await relationships.getRelationshipRaw({ relationshipId });
  const first = etag(read);
  assert.equal((await read.value()).legalName, draft.legalName);
  await failing(304, relationships.getRelationship({ relationshipId, ifNoneMatch: first }));
  done('reads it, and is told by 304 that it has not changed');

  const changed = await relationships.changeRelationshipRaw({
    relationshipId, ifMatch: first, relationshipPatch: { compensationBasis: CompensationBasis.FLAT_FEE },
  });
  assert.equal((await changed.value()).compensationBasis, CompensationBasis.FLAT_FEE);
  done('changes it with its ETag');

  const cleared = await relationships.changeRelationship({
    relationshipId, ifMatch: etag(changed), relationshipPatch: { compensationBasis: null },
  });
  assert.equal(cleared.compensationBasis, undefined);
  assert.deepEqual(cleared.websites, draft.websites);
  done('clears a member with null, and leaves the others alone');

  const stale = await problem(412, relationships.changeRelationship({ relationshipId, ifMatch: first, relationshipPatch: { offshore: false } }));
  assert.equal(stale.problem.type, ProblemType.PRECONDITION_FAILED);
  done('is told by 412 that its ETag is stale');

  const wrong = await problem(422, relationships.createRelationship({ relationshipDraft: { ...draft, functions: [TpmoFunction.SALES] } }));
  assert.deepEqual(wrong.errorsAt('/npn').map(({ code }) => code), ['NPN_REQUIRED']);
  done('is told by 422 what is wrong, by pointer and code');

  await files(new RelationshipWorkbooksApi(upline));
}

async function files(workbooks: RelationshipWorkbooksApi): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'upline-sdk-'));
  const path = join(folder, 'faulty.csv');
  await writeFile(path, 'Legal name,State\nFaulty Row LLC,ZZ\n');
  const faulty = await workbooks.importRelationships({ file: await fileFrom(path), mode: WriteMode.DRY_RUN });
  assert.equal(faulty.fileName, 'faulty.csv');
  assert.equal(faulty.status, ImportStatus.CHECKED_WITH_ERRORS);
  const errors: string[] = [];
  for await (const { cell, code } of items((cursor) => workbooks.listRelationshipImportErrors({ relationshipImportId: faulty.id, cursor }))) {
    errors.push(`${cell} ${code}`);
  }
  assert.ok(errors.includes('B2 UNKNOWN_CODE'), errors.join());
  done('uploads a file by its path and reads its errors');

  const streamed = await workbooks.importRelationships({ file: await fileFromStream(createReadStream(path), 'streamed.csv') });
  assert.equal(streamed.fileName, 'streamed.csv');
  done('uploads a file of a stream');

  const saved = await saveTo(folder, await workbooks.exportRelationshipsRaw({ format: ExportFormat.CSV }));
  assert.equal(basename(saved), 'relationships.csv');
  assert.ok((await readFile(saved, 'utf8')).includes(draft.legalName));
  done('downloads a file under the name that the server gives it');
}

async function later(): Promise<void> {
  const upline = connectServiceAccount({ server: standIn, clientId, clientSecret });
  const relationships = new RelationshipsApi(upline);
  const change = { relationshipId: crypto.randomUUID(), ifMatch: '"1"' };
  await relationships.changeRelationship({ ...change, relationshipPatch: { compensationBasis: CompensationBasis.FLAT_FEE } });
  await relationships.changeRelationship({ ...change, relationshipPatch: { compensationBasis: null } });
  done('sends in a change only what was set');

  await relationships.listRelationships({ q: 'busy for TypeScript' });
  const file = new File(['the first line\n', 'the last line\n'], 'upload.csv');
  await new RelationshipWorkbooksApi(upline).importRelationships({ file });
  done('waits as long as 429 asks, and sends an upload again as it was, with the key made for it');

  const [unknown] = (await relationships.listRelationships({ q: 'later' })).items;
  assert.deepEqual(unknown?.functions, [TpmoFunction.SALES, 'TELEPATHY']);
  done('reads codes and members that it does not know');

  await wait(2200);
  await relationships.listRelationships({ q: 'later' });
  done('renews its token before it expires');
}

await live();
await later();
