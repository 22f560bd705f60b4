// What one person may read, as a contract of its own: what a tool would have to guess is told, and what it cannot do is left out.

/** Only a page before knows it. */
const OPAQUE = new Set(['cursor']);

/** How a parameter says in the contract what it does not go with. */
const EXCLUDES = /[Nn]ot together with ((?:`\w+`(?:, | or | and )?)+)/;

/** The types of files by what `format` calls them; the tool takes no answer of one type for that of the other. */
const FORMATS = { XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', CSV: 'text/csv' };

/** What some who may read cannot ask for, as its description says in words alone. */
const NOT_OF_AGENCIES = new Map([['getRelationshipChain', new Set(['asOf'])]]);

/**
 * What does not go together is asked for in two views. In the first, parameters that say which others they do not go with are
 * there, and files are workbooks; in the second those others are, and files are text.
 */
export const SIDES = ['first', 'second'];

/** Where a reference leads. */
export function resolved(contract, node) {
  if (!node?.$ref) return node;
  const steps = node.$ref.slice(2).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return resolved(contract, steps.reduce((found, step) => found[step], contract));
}

/** The reads that this role may, each as `[path, operation]`, with whole parameters. */
export function readsOf(contract, role) {
  return Object.entries(contract.paths)
    .filter(([, { get }]) => get?.['x-roles']?.includes(role))
    .map(([path, { get }]) => [path, { ...get, parameters: (get.parameters ?? []).map((each) => wholeParameter(contract, each)) }]);
}

function wholeParameter(contract, reference) {
  const parameter = resolved(contract, reference);
  return { ...parameter, schema: resolved(contract, parameter.schema) };
}

export const isId = ({ schema }) => schema.format === 'uuid';

/** The names that a parameter says it does not go with. */
function excludedBy({ description = '' }) {
  const words = EXCLUDES.exec(description.replaceAll('\n', ' '))?.[1] ?? '';
  return [...words.matchAll(/`(\w+)`/g)].map(([, name]) => name);
}

/**
 * The contract with the reads of a role alone, or undefined where a side has none of its own.
 * `valuesOf` says for each `operationId` what is there, by the name of the parameter; an operation without is left out.
 */
export function viewOf(contract, role, valuesOf, side) {
  const paths = {};
  for (const [path, operation] of readsOf(contract, role)) {
    const values = valuesOf.get(operation.operationId);
    const speaking = operation.parameters.filter((parameter) => excludedBy(parameter).length > 0);
    const spokenOf = new Set(speaking.flatMap(excludedBy));
    const format = operation.parameters.find(({ name }) => name === 'format');
    if (!values || (side === 'second' && speaking.length === 0 && !format)) continue;
    const parameters = operation.parameters
      .filter((parameter) => parameter.in !== 'header' && !OPAQUE.has(parameter.name))
      .filter(({ name }) => !(role.startsWith('AGENCY') && NOT_OF_AGENCIES.get(operation.operationId)?.has(name)))
      .filter((parameter) => (side === 'first' ? !spokenOf.has(parameter.name) : !speaking.includes(parameter)))
      .flatMap((parameter) => fitted(parameter, values));
    const wanted = format?.schema.enum[SIDES.indexOf(side)];
    if (wanted) Object.assign(parameters.find(({ name }) => name === 'format'), { required: true, schema: { type: 'string', enum: [wanted] } });
    paths[path] = {
      get: { ...operation, parameters, responses: responsesOf(contract, operation, FORMATS[wanted]), security: [{ person: [] }] },
    };
  }
  if (Object.keys(paths).length === 0) return undefined;
  const { openapi, info, components } = contract;
  const { schemas, headers } = components;
  return { openapi, info, paths, components: { schemas, headers, securitySchemes: { person: { type: 'http', scheme: 'bearer' } } } };
}

/** With what is there, or with the contract's example; an id that nothing is known for is not asked for. */
function fitted({ example, ...parameter }, values) {
  const value = values[parameter.name] ?? example ?? parameter.schema.example;
  if (value === undefined) return isId(parameter) ? [] : [parameter];
  const isNumber = parameter.schema.type === 'integer';
  const isNeeded = parameter.required || values.needed?.has(parameter.name);
  return [{ ...parameter, required: isNeeded, schema: { type: isNumber ? 'integer' : 'string', enum: [isNumber ? Number(value) : value] } }];
}

/** Without examples, which would be sent in place of what is there; of several types that which was asked for. */
function responsesOf(contract, { responses }, type) {
  const whole = Object.entries(responses)
    // It is the answer to a header that is not sent.
    .filter(([status]) => status !== '304')
    .map(([status, reference]) => {
      const { content, ...response } = resolved(contract, reference);
      if (!content) return [status, response];
      const types = type && content[type] ? [[type, content[type]]] : Object.entries(content);
      return [status, { ...response, content: Object.fromEntries(types.map(([name, { schema }]) => [name, { schema }])) }];
    });
  return Object.fromEntries(whole);
}
