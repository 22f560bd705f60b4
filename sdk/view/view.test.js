import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import YAML from 'yaml';
import { nameOfCode, sdkView } from './view.js';

const parsed = YAML.parse(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8'));
const contract = () => structuredClone(parsed);
const operations = ({ paths }) => Object.values(paths).flatMap(Object.values);

function* nodes(node) {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) yield node;
  for (const each of Object.values(node)) yield* nodes(each);
}

test('the same operations and members are in it as in the contract', () => {
  const [before, after] = [contract(), sdkView(contract())];
  assert.deepEqual(operations(after).map(({ operationId }) => operationId), operations(before).map(({ operationId }) => operationId));
  for (const [name, schema] of Object.entries(before.components.schemas)) {
    assert.deepEqual(Object.keys(after.components.schemas[name].properties ?? {}), Object.keys(schema.properties ?? {}), name);
    assert.deepEqual(after.components.schemas[name].required, schema.required, name);
    assert.deepEqual(after.components.schemas[name].enum, schema.enum, name);
  }
});

test('the contract itself is left as it is', () => {
  const given = contract();
  sdkView(given);
  assert.deepEqual(given, parsed);
});

test('the head of each file is a sentence, and no description links to the server', () => {
  const view = sdkView(contract());
  assert.ok(view.info.description.length < 200, view.info.description);
  const linking = [...nodes(view)].filter(({ description }) => /\]\(\//.test(description ?? ''));
  assert.deepEqual(linking, []);
});

test('the server alone checks what is sent', () => {
  const checking = [...nodes(sdkView(contract()))].filter(({ type, pattern, maxLength, maxItems }) => typeof type === 'string' && (pattern ?? maxLength ?? maxItems));
  assert.deepEqual(checking, []);
});

test('every code has a name, and each name one code', () => {
  const lists = Object.entries(sdkView(contract()).components.schemas).filter(([, schema]) => schema.enum);
  assert.ok(lists.length > 50);
  for (const [name, { enum: codes, 'x-enum-varnames': names }] of lists) {
    assert.equal(new Set(names).size, codes.length, name);
  }
  assert.equal(nameOfCode('client_credentials'), 'CLIENT_CREDENTIALS');
  assert.equal(nameOfCode('Bearer'), 'BEARER');
  assert.equal(nameOfCode('changedAt'), 'CHANGED_AT');
});

test('all problems of the catalog have a name', () => {
  const { ProblemType } = sdkView(contract()).components.schemas;
  assert.equal(ProblemType['x-enum-varnames'][ProblemType.enum.indexOf('urn:upline:problem:not-found')], 'NOT_FOUND');
});

test('there is one way in, or none', () => {
  for (const { operationId, security } of operations(sdkView(contract()))) {
    assert.ok(security === undefined || security.length === 0, operationId);
  }
});

test('an If-Match that may be forgotten is refused', () => {
  const forgetful = contract();
  forgetful.components.parameters.IfMatch.required = false;
  assert.throws(() => sdkView(forgetful), /If-Match must be required/);
});
