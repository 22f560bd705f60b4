// Each rule is seen to fail: the contract is broken in one place, and that rule must find it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import owasp from '@stoplight/spectral-owasp-ruleset';
import YAML from 'yaml';
import ruleset from '../house/ruleset.js';
import { asText, strict } from '../strict-view.js';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const sound = YAML.parse(readFileSync(join(folder, '../../openapi.yaml'), 'utf8'));

const contract = () => structuredClone(sound);
const findings = (rule, document) => ruleset.rules[rule].then.function(document);

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
    (c) => (op(c, 'changeMyPassword')['x-roles'] = op(c, 'changeMyPassword')['x-roles'].filter((role) => role !== 'AGENCY_PRIVACY_OFFICER')),
    (c) => (op(c, 'createRelationship').security = []),
    (c) => (op(c, 'createRelationship').security = [{}]),
  ],
  'upline-closed-by-default': [(c) => delete c.security, (c) => (c.security = [{}]), (c) => c.security.push({ serviceAccount: [] })],
  'upline-security': [
    (c) => delete op(c, 'createRelationship').security,
    (c) => op(c, 'createRelationship').security.pop(),
    (c) => (op(c, 'createRelationship').security[1].serviceAccount = ['relationships:read']),
    (c) => (op(c, 'changeMyPassword').security = [{ userSession: [] }, { serviceAccount: ['own-account:write'] }]),
    (c) => (op(c, 'signIn').security = [{}]),
    (c) => (op(c, 'issueMachineToken').security = []),
    (c) => (op(c, 'getCurrentUser').operationId = 'getCaller'),
    (c) => (c.components.securitySchemes.clientSecret.scheme = 'digest'),
    (c) => (c.components.securitySchemes.serviceAccount.flows.clientCredentials.tokenUrl = '/v1/token'),
    (c) => delete c.components.securitySchemes.serviceAccount.flows.clientCredentials.scopes['relationships:read'],
  ],
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
    (c) => rename(c.paths, '/v1/triage-items/{incidentId}/events', '/v1/triage-items/{incidentId}/history'),
    (c) => rename(c.paths, '/v1/code-lists', '/v1/codeLists'),
    (c) => rename(c.paths, '/v1/relationships/{relationshipId}', '/v1/relationships/current/{relationshipId}'),
    (c) => delete c.paths['/v1/oauth/token'],
  ],
  'upline-one-way-to-remove': [(c) => rename(c.paths, '/v1/me/second-factor/disable', '/v1/me/second-factor/remove')],
  'upline-files': [(c) => (op(c, 'downloadRelationshipTemplate').operationId = 'getRelationshipTemplate'), (c) => (op(c, 'exportIncidents').operationId = 'downloadIncidents')],
  'upline-idempotency-key': [
    (c) => without(c, 'createRelationship', 'IdempotencyKey'),
    (c) => delete op(c, 'discardSubmission').responses['422'],
    (c) => delete op(c, 'createRelationship').responses['409'],
    (c) => (op(c, 'verifyReceipt').operationId = 'checkReceipt'),
  ],
  'upline-if-match': [
    (c) => without(c, 'changeRelationship', 'IfMatch'),
    (c) => without(c, 'endRelationship', 'IfMatch'),
    (c) => (c.components.parameters.IfMatch.required = false),
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
  'upline-upper-snake-codes': [(c) => (schema(c, 'TpmoFunction').enum[0] = 'leadGeneration'), (c) => delete schema(c, 'TokenType').enum],
  'upline-codes-once': [
    (c) => (schema(c, 'Session').properties.tokenType = structuredClone(schema(c, 'TokenType'))),
    (c) => (c.components.schemas.OtherState = structuredClone(schema(c, 'UsState'))),
    (c) => (schema(c, 'NilDeclaration').properties.period = structuredClone(schema(c, 'Period'))),
    (c) => (c.components.parameters.PeriodFilter.schema = structuredClone(schema(c, 'Period'))),
  ],
  'upline-codes-explained': [(c) => schema(c, 'TpmoFunction')['x-enum-descriptions'].pop(), (c) => delete schema(c, 'TokenType')['x-enum-descriptions']],
  'upline-steps-have-operations': [
    (c) => delete schema(c, 'TriageAction')['x-enum-operations'],
    (c) => (schema(c, 'PlanAction')['x-enum-operations'].ISSUE = 'issueNothing'),
    (c) => (schema(c, 'SubmissionAction')['x-enum-operations'].FORGET = 'discardSubmission'),
  ],
  'upline-unknown-members-refused': [(c) => delete schema(c, 'SignIn').additionalProperties, (c) => (schema(c, 'ContactDraft').additionalProperties = true)],
  'upline-required-stated': [(c) => delete schema(c, 'Receipt').required, (c) => delete schema(c, 'SignIn').required],
  'upline-request-or-response': [(c) => (schema(c, 'RelationshipDraft').properties.contact = { $ref: '#/components/schemas/Contact' })],
  'upline-formats': [
    (c) => delete schema(c, 'Receipt').properties.submittedAt.format,
    (c) => (schema(c, 'Relationship').properties.startDate.format = 'date-time'),
    (c) => delete schema(c, 'Relationship').properties.upstreamId.format,
  ],
  'upline-number-formats': [(c) => delete schema(c, 'Receipt').properties.lateItems.format],
  'upline-bounded-requests': [
    (c) => delete schema(c, 'RelationshipDraft').properties.functions.maxItems,
    (c) => delete schema(c, 'SignIn').properties.email.maxLength,
    (c) => delete schema(c, 'SubmissionDraft').properties.relationshipIds.maxItems,
    (c) => op(c, 'listRelationships').parameters.push({ name: 'word', in: 'query', schema: { type: 'string' } }),
  ],
  'upline-parameters-described': [
    (c) => delete c.components.parameters.RelationshipId.example,
    (c) => (c.components.parameters.Cursor.description = ''),
    (c) => (c.components.parameters.Cursor.example = 'x'),
  ],
  'upline-problems-in-catalog': [
    (c) => (c.components.examples.ProblemNotFound.value.type = 'urn:upline:problem:lost'),
    (c) => (c.components.examples.ProblemNotFound.value.title = 'Lost'),
    (c) => (c.components.examples.ProblemNotFound.value.status = 410),
  ],
  'upline-catalog-shown': [(c) => ['DraftConflict', 'ExtractConflict'].forEach((r) => delete c.components.responses[r].content['application/problem+json'].examples['draft-exists'])],
};

test('the contract keeps every rule', () => {
  for (const rule of Object.keys(ruleset.rules)) assert.deepEqual(findings(rule, contract()), [], rule);
});

test('every rule has a breach that shows it at work', () => {
  assert.deepEqual(Object.keys(BREACHES).sort(), Object.keys(ruleset.rules).sort());
});

for (const [rule, breaches] of Object.entries(BREACHES)) {
  breaches.forEach((breach, i) =>
    test(`${rule} finds breach ${i + 1} of ${breaches.length}`, () => {
      const broken = contract();
      breach(broken);
      assert.notDeepEqual(findings(rule, broken), []);
    }),
  );
}

const scratch = mkdtempSync(join(tmpdir(), 'contract-'));
after(() => rmSync(scratch, { recursive: true }));

function lint(tool, document) {
  const file = join(scratch, `${tool}.yaml`);
  writeFileSync(file, asText(strict(document)));
  const options = { spectral: ['--ruleset', '.spectral.yaml', '--fail-severity=hint'], redocly: ['--config', 'redocly.yaml'] }[tool];
  try {
    execFileSync(join(folder, 'node_modules/.bin', tool), ['lint', file, ...options], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (refused) {
    return refused.stdout + refused.stderr;
  }
}

const parameter = (c, name, schema) => op(c, 'getReceipt').parameters.push({ name, in: 'query', description: 'Planted.', schema });
const scheme = (c, name, of) => (c.components.securitySchemes[name] = { description: 'Planted, as RFC8725 would have it.', ...of });

/** Rule of OWASP's that is kept → a fault that it must find, beside all the others. */
const OWASP = {
  'owasp:api1:2023-no-numeric-ids': (c) => parameter(c, 'personId', { type: 'integer' }),
  'owasp:api2:2023-no-http-basic': (c) => scheme(c, 'secondBasic', { type: 'http', scheme: 'basic' }),
  'owasp:api2:2023-no-api-keys-in-url': (c) => scheme(c, 'key', { type: 'apiKey', in: 'query', name: 'key' }),
  'owasp:api2:2023-no-credentials-in-url': (c) => parameter(c, 'accessToken', { type: 'string' }),
  'owasp:api2:2023-auth-insecure-schemes': (c) => scheme(c, 'negotiated', { type: 'http', scheme: 'negotiate' }),
  'owasp:api2:2023-jwt-best-practices': (c) => delete c.components.securitySchemes.userSession.description,
  'owasp:api2:2023-short-lived-access-tokens': (c) => scheme(c, 'forever', { type: 'oauth2', flows: { password: { tokenUrl: '/token', scopes: {} } } }),
  'owasp:api2:2023-write-restricted': (c) => (op(c, 'createRelationship').security = []),
  'owasp:api2:2023-read-restricted': (c) => (op(c, 'getReceipt').security = []),
  'owasp:api3:2023-no-additionalProperties': (c) => (schema(c, 'Receipt').additionalProperties = true),
  'owasp:api3:2023-constrained-additionalProperties': (c) => (schema(c, 'Session').additionalProperties = { type: 'string' }),
  'owasp:api4:2023-rate-limit-retry-after': (c) => delete c.components.responses.TooManyRequests.headers['Retry-After'],
  'owasp:api4:2023-rate-limit-responses-429': (c) => delete op(c, 'listCarriers').responses['429'],
  'owasp:api7:2023-concerning-url-parameter': (c) => parameter(c, 'callback', { type: 'string' }),
  'owasp:api8:2023-no-server-http': (c) => (c.servers[0].url = 'http://upline.example'),
  'owasp:api8:2023-define-error-validation': (c) => delete op(c, 'listCarriers').responses['400'],
  'owasp:api8:2023-define-error-responses-500': (c) => delete op(c, 'listCarriers').responses['500'],
};

test('every rule of OWASP is off with a reason, or has a fault that shows it at work', () => {
  const { rules } = YAML.parse(readFileSync(join(folder, '.spectral.yaml'), 'utf8'));
  const kept = Object.keys(owasp.rules).filter((rule) => rules[rule] !== 'off');
  assert.deepEqual(Object.keys(OWASP).sort(), kept.sort());
});

// In one document, because a run takes as long as all the other tests.
for (const [tool, rules, plant] of [
  ['spectral', ['oas3-valid-media-example', 'upline-operation-id', ...Object.keys(OWASP)], (c) => Object.values(OWASP).forEach((fault) => fault(c))],
  ['redocly', ['no-invalid-media-type-examples'], () => {}],
]) {
  test(`${tool} refuses an example that its schema does not allow, and runs the rules it is given`, () => {
    const broken = contract();
    op(broken, 'getRelationship').operationId = 'get_relationship';
    broken.components.examples.Relationship.value.startDate = 'yesterday';
    broken.components.examples.Relationship.value.undeclared = true;
    plant(broken);
    const told = lint(tool, broken);
    assert.deepEqual(rules.filter((rule) => !told.includes(rule)), []);
  });
}
