// Each rule is seen to fail: the contract is broken in one place, and that rule must find it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import spectralCore from '@stoplight/spectral-core';
import YAML from 'yaml';
import ruleset from '../house/ruleset.js';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const text = readFileSync(join(folder, '../../openapi.yaml'), 'utf8');
const spectral = new spectralCore.Spectral();
spectral.setRuleset(ruleset);

const contract = () => YAML.parse(text);
const findingsIn = async (document) => (await spectral.run(document)).map(({ code, message }) => ({ code, message }));

const op = (c, id) => Object.values(c.paths).flatMap(Object.values).find((o) => o.operationId === id);
const without = (c, id, parameter) => (op(c, id).parameters = op(c, id).parameters.filter((p) => !p.$ref.endsWith(`/${parameter}`)));
const schema = (c, name) => c.components.schemas[name];
const rename = (object, from, to) => {
  object[to] = object[from];
  delete object[from];
};

/** Rule → the ways to break it. */
const BREACHES = {
  'upline-operation-id': [(c) => (op(c, 'getRelationship').operationId = 'get_relationship'), (c) => delete op(c, 'getReceipt').operationId],
  'upline-one-tag': [(c) => op(c, 'getReceipt').tags.push('Identity'), (c) => (op(c, 'getReceipt').tags = ['Undeclared']), (c) => delete op(c, 'getReceipt').tags],
  'upline-says-what-it-does': [(c) => delete op(c, 'getReceipt').description, (c) => (op(c, 'getReceipt').summary = ' ')],
  'upline-roles-or-anonymous': [
    (c) => delete op(c, 'createRelationship')['x-roles'],
    (c) => (op(c, 'createRelationship')['x-roles'] = []),
    (c) => (op(c, 'createRelationship')['x-roles'] = ['JANITOR']),
    (c) => (op(c, 'createRelationship').security = []),
    (c) => (op(c, 'createRelationship').security = [{}]),
  ],
  'upline-closed-by-default': [(c) => delete c.security, (c) => (c.security = [{}])],
  'upline-401-and-403': [(c) => delete op(c, 'getReceipt').responses['401'], (c) => delete op(c, 'getReceipt').responses['403']],
  'upline-500-and-503': [(c) => delete op(c, 'getReceipt').responses['500'], (c) => delete op(c, 'getReceipt').responses['503']],
  'upline-429': [(c) => delete op(c, 'getReceipt').responses['429']],
  'upline-rate-cost': [(c) => delete op(c, 'exportRelationships')['x-rate-cost'], (c) => delete op(c, 'importRelationships')['x-rate-cost'], (c) => (op(c, 'importRelationships')['x-rate-cost'] = 0.5)],
  'upline-errors-are-problems': [(c) => rename(c.components.responses.NotFound.content, 'application/problem+json', 'application/json'), (c) => delete c.components.responses.Conflict.content],
  'upline-errors-have-examples': [(c) => delete c.components.responses.NotFound.content['application/problem+json'].examples],
  'upline-bodies-have-examples': [
    (c) => delete op(c, 'createRelationship').requestBody.content['application/json'].examples,
    (c) => (op(c, 'createRelationship').responses['201'].content['application/json'].examples = {}),
  ],
  'upline-body-refusals': ['400', '413', '415', '422'].map((status) => (c) => delete op(c, 'signIn').responses[status]),
  'upline-406': [(c) => delete op(c, 'exportRelationships').responses['406']],
  'upline-404': [(c) => delete op(c, 'getReceipt').responses['404']],
  'upline-paths': [
    (c) => rename(c.paths, '/v1/carriers', '/carriers'),
    (c) => rename(c.paths, '/v1/carriers', '/v1/carrier'),
    (c) => rename(c.paths, '/v1/code-lists', '/v1/codeLists'),
    (c) => rename(c.paths, '/v1/relationships/{relationshipId}', '/v1/relationships/current/{relationshipId}'),
    (c) => delete c.paths['/v1/oauth/token'],
  ],
  'upline-idempotency-key': [
    (c) => without(c, 'createRelationship', 'IdempotencyKey'),
    (c) => delete op(c, 'discardSubmission').responses['422'],
    (c) => delete op(c, 'createRelationship').responses['409'],
    (c) => (op(c, 'verifyReceipt').operationId = 'checkReceipt'),
  ],
  'upline-if-match': [
    (c) => without(c, 'changeRelationship', 'IfMatch'),
    (c) => without(c, 'endRelationship', 'IfMatch'),
    (c) => delete op(c, 'endRelationship').responses['412'],
    (c) => delete op(c, 'endRelationship').responses['428'],
    (c) => op(c, 'listCarriers').parameters = [{ $ref: '#/components/parameters/IfMatch' }],
  ],
  'upline-conditional-reads': [
    (c) => delete op(c, 'getRelationship').responses['304'],
    (c) => without(c, 'getRelationship', 'IfNoneMatch'),
    (c) => delete op(c, 'getRelationship').responses['200'].headers,
  ],
  'upline-paging': [(c) => without(c, 'listRelationships', 'Cursor'), (c) => without(c, 'listRelationships', 'Limit'), (c) => delete schema(c, 'RelationshipPage').properties.nextCursor],
  'upline-camel-case-members': [(c) => rename(schema(c, 'Relationship').properties, 'legalName', 'legal_name')],
  'upline-pascal-case-schemas': [(c) => rename(c.components.schemas, 'Code', 'code')],
  'upline-upper-snake-codes': [(c) => (schema(c, 'TpmoFunction').enum[0] = 'leadGeneration'), (c) => delete schema(c, 'Session').properties.tokenType.enum],
  'upline-codes-explained': [(c) => schema(c, 'TpmoFunction')['x-enum-descriptions'].pop(), (c) => delete schema(c, 'Session').properties.tokenType['x-enum-descriptions']],
  'upline-unknown-members-refused': [(c) => delete schema(c, 'SignIn').additionalProperties, (c) => (schema(c, 'ContactDraft').additionalProperties = true)],
  'upline-required-stated': [(c) => delete schema(c, 'Receipt').required, (c) => delete schema(c, 'SignIn').required],
  'upline-request-or-response': [(c) => (schema(c, 'RelationshipDraft').properties.contact = { $ref: '#/components/schemas/Contact' })],
  'upline-formats': [
    (c) => delete schema(c, 'Receipt').properties.submittedAt.format,
    (c) => (schema(c, 'Relationship').properties.startDate.format = 'date-time'),
    (c) => delete schema(c, 'Relationship').properties.upstreamId.format,
  ],
  'upline-number-formats': [(c) => delete schema(c, 'Receipt').properties.lateItems.format],
  'upline-bounded-requests': [(c) => delete schema(c, 'SignIn').properties.email.maxLength, (c) => delete schema(c, 'SubmissionDraft').properties.relationshipIds.maxItems],
  'upline-parameters-described': [(c) => delete c.components.parameters.Cursor.example, (c) => (c.components.parameters.Cursor.description = '')],
  'upline-problems-in-catalogue': [
    (c) => (c.components.examples.ProblemNotFound.value.type = 'urn:upline:problem:lost'),
    (c) => (c.components.examples.ProblemNotFound.value.title = 'Lost'),
    (c) => (c.components.examples.ProblemNotFound.value.status = 410),
  ],
  'upline-catalogue-shown': [(c) => ['DraftConflict', 'ExtractConflict'].forEach((r) => delete c.components.responses[r].content['application/problem+json'].examples['draft-exists'])],
  'upline-catalogue-in-manual': [
    (c) => (c['x-problem-catalogue'][0].title = 'Something else'),
    (c) => c['x-problem-catalogue'].pop(),
    (c) => (c.info.description = c.info.description.replace(/^\| `not-found`.*\n/m, '')),
    (c) => delete c['x-problem-catalogue'],
  ],
};

test('the contract keeps every rule', async () => {
  assert.deepEqual(await findingsIn(contract()), []);
});

test('every rule has a breach that shows it at work', () => {
  assert.deepEqual(Object.keys(BREACHES).sort(), Object.keys(ruleset.rules).sort());
});

for (const [rule, breaches] of Object.entries(BREACHES)) {
  breaches.forEach((breach, i) =>
    test(`${rule} finds breach ${i + 1} of ${breaches.length}`, async () => {
      const broken = contract();
      breach(broken);
      const found = (await findingsIn(broken)).map(({ code }) => code);
      assert.ok(found.includes(rule), `found only ${found}`);
    }),
  );
}

const scratch = mkdtempSync(join(tmpdir(), 'contract-'));
after(() => rmSync(scratch, { recursive: true }));

function lint(tool, document) {
  const file = join(scratch, `${tool}.yaml`);
  writeFileSync(file, YAML.stringify(document, { aliasDuplicateObjects: false, compat: 'yaml-1.1' }));
  const options = { spectral: ['--ruleset', '.spectral.yaml', '--fail-severity=hint'], redocly: ['--config', 'redocly.yaml'] }[tool];
  try {
    execFileSync(join(folder, 'node_modules/.bin', tool), ['lint', file, ...options], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (refused) {
    return refused.stdout + refused.stderr;
  }
}

for (const [tool, rule] of [['spectral', 'oas3-valid-media-example'], ['redocly', 'no-invalid-media-type-examples']]) {
  test(`${tool} refuses an example that its schema does not allow`, () => {
    const broken = contract();
    broken.components.examples.Relationship.value.startDate = 'yesterday';
    broken.components.examples.Relationship.value.undeclared = true;
    assert.match(lint(tool, broken), new RegExp(rule));
  });
}
