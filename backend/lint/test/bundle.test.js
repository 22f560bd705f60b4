// What the bundling adds to the sources, each on the smallest contract that shows it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePatchSchemas } from '../bundle/patch-schemas.js';
import { addSecurity } from '../bundle/security.js';
import { addStandardResponses } from '../bundle/standard-responses.js';

const answer = { 200: { content: {} } };
const withResponses = (path, operation) => {
  const parameters = { Key: { name: 'Idempotency-Key' }, IfMatch: { name: 'If-Match' }, IfNoneMatch: { name: 'If-None-Match' } };
  const root = { paths: { [path]: { post: { responses: {}, ...operation } } }, components: { parameters } };
  addStandardResponses(root);
  return root.paths[path].post.responses;
};
const statuses = (path, operation) => Object.keys(withResponses(path, operation)).join(' ');
const takes = (...names) => ({ parameters: names.map((name) => ({ $ref: `#/components/parameters/${name}` })) });

test('every operation may be misunderstood, come too often, fail and be away', () => assert.equal(statuses('/v1/x', { security: [] }), '400 429 500 503'));
test('one for which nothing will do does not miss a token', () => assert.equal(statuses('/v1/x', { security: [{ basic: [] }, {}] }), '400 429 500 503'));
test('one that wants an access token may not get one', () => assert.equal(statuses('/v1/x', {}), '400 401 403 429 500 503'));
test('one on a resource may not find it', () => assert.ok(withResponses('/v1/x/{id}', {})[404]));
test('one that answers a body may be asked for another kind', () => assert.ok(withResponses('/v1/x', { responses: answer })[406]));
test('one that reads a body may refuse it', () => assert.equal(statuses('/v1/x', { security: [], requestBody: {} }), '400 413 415 422 429 500 503'));
test('a condition may not hold', () => assert.equal(statuses('/v1/x', { security: [], ...takes('IfMatch', 'IfNoneMatch') }), '304 400 412 428 429 500 503'));
test('a key may be in use', () => assert.equal(statuses('/v1/x', { security: [], ...takes('Key') }), '400 409 422 429 500 503'));
test('what the source says itself stands', () => assert.deepEqual(withResponses('/v1/x', { responses: { 400: { description: 'Own.' } } })[400], { description: 'Own.' }));
test('what the source takes out is out', () => assert.equal(statuses('/v1/x', { security: [], 'x-never-answers': ['400', '503'] }), '429 500'));

const patchOf = (draft, patch = {}) => {
  const root = { components: { schemas: { Draft: draft, Patch: { 'x-patch-of': 'Draft', ...patch }, Part: {}, PartPatch: { 'x-patch-of': 'Part' }, PartRow: { 'x-patch-of': 'Part', properties: {} }, Month: { type: 'string', pattern: 'x' } } } };
  root.components.schemas.Part = { properties: {} };
  makePatchSchemas(root);
  return root.components.schemas.Patch;
};
const one = (schema, required = []) => patchOf({ required, properties: { member: schema } }).properties.member;

test('a patch requires nothing and knows no other members', () => {
  const patch = patchOf({ required: ['a'], properties: { a: { type: 'string' } } }, { description: 'A patch.' });
  assert.deepEqual(patch, { type: 'object', additionalProperties: false, description: 'A patch.', properties: { a: { type: 'string' } } });
});
test('null clears what a draft may leave out', () => assert.deepEqual(one({ type: 'string' }), { type: 'string', nullable: true }));
test('null clears a code', () => assert.deepEqual(one({ $ref: '#/components/schemas/Code' }), { allOf: [{ $ref: '#/components/schemas/Code' }], nullable: true }));
test('null clears a text of a form', () => assert.deepEqual(one({ $ref: '#/components/schemas/Month' }), { type: 'string', pattern: 'x', nullable: true }));
test('a patch may have members of its own, which stand first', () => assert.deepEqual(Object.keys(patchOf({ properties: { a: {} } }, { properties: { id: {} } }).properties), ['id', 'a']));
test('null does not clear what has a default', () => assert.deepEqual(one({ type: 'string', default: 'US' }), { type: 'string' }));
test('a part is patched by its own patch', () => assert.deepEqual(one({ $ref: '#/components/schemas/Part' }), { $ref: '#/components/schemas/PartPatch' }));
test('a member that only a draft has is left out', () => assert.deepEqual(patchOf({ properties: { id: {}, a: {} } }, { 'x-without': ['id'] }).properties, { a: { nullable: true } }));
test('a patch of nothing is refused', () => assert.throws(() => patchOf({ properties: {} }, { 'x-patch-of': 'Nothing' }), /Nothing/));
test('a member that the draft has not cannot be left out', () => assert.throws(() => patchOf({ properties: {} }, { 'x-without': ['id'] }), /id/));

const securityOf = (operation, method = 'get') => {
  const root = {
    security: [{ userSession: [] }],
    paths: { '/v1/x': { [method]: { tags: ['Own things'], ...operation } } },
    components: { securitySchemes: { serviceAccount: { flows: { clientCredentials: {} } } } },
  };
  addSecurity(root);
  return [root.paths['/v1/x'][method].security, root.components.securitySchemes.serviceAccount.flows.clientCredentials.scopes];
};

test('a machine reads with the scope of the tag', () => assert.deepEqual(securityOf({}), [[{ userSession: [] }, { serviceAccount: ['own-things:read'] }], { 'own-things:read': 'Read: Own things.' }]));
test('a machine changes with another one', () => assert.deepEqual(securityOf({}, 'post')[0][1], { serviceAccount: ['own-things:write'] }));
test('what people alone may has no scope', () => assert.deepEqual(securityOf({ 'x-people-only': true }), [undefined, {}]));
test('what the source says of security stands', () => assert.deepEqual(securityOf({ security: [] }), [[], {}]));
