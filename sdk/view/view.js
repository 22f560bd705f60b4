// The contract as generators read it: the same operations, members and codes, without what makes SDKs large or their names differ.
// What each step is for is said in README.md and in backend/docs/adr/0039.

/** A link into the server's own manual leads nowhere from a package. */
const MANUAL_LINK = /\[([^\]]+)\]\(\/[^)]*\)/g;

/** How a code is called in every language: as the contract spells it, in capitals. */
export const nameOfCode = (code) => String(code).replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();

/** The types of problems as codes, so that nobody types one by hand. `Problem.type` stays text: the catalog may grow. */
function problemTypes(catalog) {
  const types = catalog.map(({ type }) => type);
  return {
    type: 'string',
    description: 'What `Problem.type` may be today; the catalog may grow.',
    enum: types,
    'x-enum-varnames': types.map((type) => nameOfCode(type.split(':').at(-1))),
  };
}

/**
 * What the server checks. A client that checked it, too, would hide the server's sentences from people, and refuse an answer as soon as a
 * newer server allows more. Without `uniqueItems` a list is a list in every language.
 */
const SERVERS_RULES = ['minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'uniqueItems', 'minimum', 'maximum'];

/** A member of a schema may be called like a rule, but its value is then a schema of its own. */
const isSchema = (node) => typeof node.type === 'string';

function withoutNoise(node) {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map((each) => withoutNoise(each));
  const view = {};
  for (const [key, value] of Object.entries(node)) {
    // A property may be called so, too: then it is a schema.
    if (key === 'examples' && node.schema !== undefined) continue;
    view[key] = key === 'description' && typeof value === 'string' ? value.replaceAll(MANUAL_LINK, '$1') : withoutNoise(value);
  }
  if (isSchema(view)) for (const rule of SERVERS_RULES) delete view[rule];
  if (view.type === 'string' && Array.isArray(view.enum)) view['x-enum-varnames'] ??= view.enum.map(nameOfCode);
  return view;
}

/** Every operation that changes a thing must be given the ETag that it changes. */
function assertIfMatchIsRequired(contract) {
  const parameters = [...Object.values(contract.components.parameters), ...Object.values(contract.paths).flatMap(operationParameters)];
  const ifMatch = parameters.filter(({ name }) => name === 'If-Match');
  if (ifMatch.length === 0 || ifMatch.some(({ required }) => required !== true)) {
    throw new Error('If-Match must be required, or the SDKs let it be forgotten.');
  }
}

const operationParameters = (item) => Object.values(item).flatMap((operation) => operation?.parameters ?? []);

/**
 * A person's token and a machine's are both sent as `Authorization: Bearer`: one scheme, since generators add up what they are given.
 * Only the token endpoint asks for something else, which the facades send.
 */
function oneWayIn(view) {
  view.components.securitySchemes = { accessToken: { type: 'http', scheme: 'bearer' } };
  view.security = [{ accessToken: [] }];
  for (const operation of Object.values(view.paths).flatMap(Object.values)) {
    const schemes = (operation.security ?? []).flatMap(Object.keys);
    if (schemes.includes('clientSecret')) operation.security = [];
    else if (schemes.length > 0) delete operation.security;
  }
}

/** A code list without a name of its own, which every generator would name as it likes: text. */
function withoutNamelessCodes(schemas) {
  for (const property of Object.values(schemas).flatMap((schema) => Object.values(schema.properties ?? {}))) {
    delete property.enum;
    delete property['x-enum-varnames'];
  }
}

/** The SDK view of a parsed contract; the contract itself is left as it is. */
export function sdkView(contract) {
  assertIfMatchIsRequired(contract);
  const { 'x-problem-catalog': catalog, ...rest } = contract;
  const view = withoutNoise(rest);
  // It is copied into the head of every file.
  view.info.description = view.info.description.split(/(?<=\.)\s/)[0];
  delete view.components.examples;
  oneWayIn(view);
  withoutNamelessCodes(view.components.schemas);
  view.components.schemas.ProblemType = problemTypes(catalog);
  return view;
}
