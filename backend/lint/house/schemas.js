import { deref, eachSchema, operationsOf, schemasUsedIn } from './contract.js';
import { FOREIGN_CODES, FOREIGN_SCHEMAS, NOTHING_REQUIRED, stale } from './exemptions.js';

const findIn = (rule) => (contract) => {
  const findings = [];
  eachSchema(contract, (schema, at) => findings.push(...(rule(schema, at, contract) ?? [])));
  return findings;
};

/** `enum: [null]` is how this version of OpenAPI says "or null": not a code list. */
const isCodeList = (schema) => Array.isArray(schema.enum) && !(schema.enum.length === 1 && schema.enum[0] === null);
const isPropertyMap = (at) => at.at(-1) === 'properties' && at.at(-2) !== 'properties';

export const propertiesAreCamelCase = findIn((schema, at) =>
  isPropertyMap(at) && !(at[2] in FOREIGN_SCHEMAS) ? Object.keys(schema).filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name)).map((name) => ({ message: `"${name}" is not camelCase`, path: [...at, name] })) : [],
);

export const schemasArePascalCase = (contract) =>
  Object.keys(contract.components?.schemas ?? {}).filter((name) => !/^([A-Z][a-z0-9]*)+$/.test(name)).map((name) => ({ message: `"${name}" is not PascalCase`, path: ['components', 'schemas', name] }));

export const codesAreUpperSnake = (contract) => {
  const codes = [];
  const findings = findIn((schema, at) => {
    if (!isCodeList(schema)) return [];
    codes.push(...schema.enum);
    return schema.enum.filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code) && !(code in FOREIGN_CODES)).map((code) => ({ message: `"${code}" is not UPPER_SNAKE`, path: [...at, 'enum'] }));
  })(contract);
  return [...findings, ...stale(FOREIGN_CODES, codes, 'FOREIGN_CODES')];
};

/** A patch is made of its draft by the bundling, which writes out what may be null. */
const isMade = (at) => /(Patch|Row)$/.test(at[2]);

export const codesStandOnce = (contract) => {
  const places = new Map();
  const look = (schema, at) => {
    const form = isCodeList(schema) ? `the codes ${schema.enum.join(', ')}` : schema.pattern && schema.default === undefined && `the form ${schema.pattern}`;
    if (form && !isMade(at)) places.set(form, [...(places.get(form) ?? []), at]);
  };
  eachSchema(contract, look);
  for (const [name, parameter] of Object.entries(contract.components?.parameters ?? {})) look(parameter.schema, ['components', 'parameters', name]);
  return [...places].filter(([, at]) => at.length > 1).flatMap(([form, at]) => at.map((path) => ({ message: `${form} stand elsewhere too: refer to one schema`, path })));
};

export const codesAreExplained = findIn((schema, at) =>
  isCodeList(schema) && schema['x-enum-descriptions']?.length !== schema.enum.length ? [{ message: 'x-enum-descriptions must say what each code means, one for one', path: [...at, 'enum'] }] : [],
);

/** What `possibleActions` offers, the service asks whether the caller may: by the operation that takes the step. */
export const stepsNameTheirOperation = (contract) => {
  const known = operationsOf(contract).map(({ operation }) => operation.operationId);
  const offered = new Set();
  eachSchema(contract, (schema) => {
    const codes = schema.properties?.possibleActions?.items?.$ref;
    if (codes) offered.add(codes.split('/').pop());
  });
  const said = Object.keys(contract.components?.schemas ?? {}).filter((name) => contract.components.schemas[name]['x-enum-operations']);
  return [...new Set([...offered, ...said])].flatMap((name) => {
    const { enum: codes, 'x-enum-operations': operations = {} } = contract.components.schemas[name];
    const path = ['components', 'schemas', name];
    if (Object.keys(operations).length === 0) return [{ message: 'x-enum-operations must say which operation takes which step', path }];
    return Object.entries(operations)
      .filter(([code, operation]) => !codes.includes(code) || !known.includes(operation))
      .map(([code, operation]) => ({ message: `x-enum-operations: ${code} is no step, or ${operation} no operation`, path }));
  });
};

export const requestsRefuseUnknownMembers = (contract) =>
  [...schemasUsedIn(contract, 'requests')]
    .filter((name) => !(name in FOREIGN_SCHEMAS) && contract.components.schemas[name]?.type === 'object' && contract.components.schemas[name].additionalProperties !== false)
    .map((name) => ({ message: 'a request schema says `additionalProperties: false`', path: ['components', 'schemas', name] }));

export const objectsSayWhatIsRequired = (contract) => {
  const names = [...schemasUsedIn(contract, 'requests'), ...schemasUsedIn(contract, 'responses')];
  const findings = [...new Set(names)]
    .filter((name) => contract.components.schemas[name]?.type === 'object' && !(contract.components.schemas[name].required?.length > 0) && !(name in NOTHING_REQUIRED))
    .map((name) => ({ message: 'an object says which members are required', path: ['components', 'schemas', name] }));
  return [...findings, ...stale(NOTHING_REQUIRED, Object.keys(contract.components?.schemas ?? {}), 'NOTHING_REQUIRED')];
};

export const requestAndResponseAreApart = (contract) => {
  const answered = schemasUsedIn(contract, 'responses');
  return [...schemasUsedIn(contract, 'requests')]
    .filter((name) => answered.has(name) && contract.components.schemas[name]?.type === 'object')
    .map((name) => ({ message: 'an object is for requests or for responses, not both', path: ['components', 'schemas', name] }));
};

/** Which format a member has follows from its name. */
const FORMATS = [
  [/At$/, 'string', 'date-time'],
  [/(Date|On|From)$/, 'string', 'date'],
  [/(^id|Id)$/, 'string', 'uuid'],
];

export const formatsFollowNames = findIn((schema, at) => {
  if (!isPropertyMap(at)) return [];
  return Object.entries(schema).flatMap(([name, property]) =>
    FORMATS.filter(([ending, type]) => ending.test(name) && property.type === type)
      .filter(([, , format]) => property.format !== format)
      .map(([, , format]) => ({ message: `"${name}" needs format ${format}`, path: [...at, name] })),
  );
});

export const numbersHaveFormats = findIn((schema, at) =>
  ['integer', 'number'].includes(schema.type) && !schema.format ? [{ message: `a number says its format (int32, int64, …)`, path: at }] : [],
);

/** Parameters by name, and those that stand at an operation, each with its place. */
const parametersOf = (contract) => [
  ...Object.entries(contract.components?.parameters ?? {}).map(([name, p]) => [p, ['components', 'parameters', name]]),
  ...operationsOf(contract).flatMap(({ operation, at }) => (operation.parameters ?? []).filter((p) => !p.$ref).map((p) => [p, at])),
];

const unbounded = (schema, path) => {
  if (schema?.type === 'array' && schema.maxItems === undefined) return [{ message: 'a list in a request has maxItems', path }];
  const bounded = schema?.maxLength !== undefined || schema?.pattern || schema?.enum || schema?.format;
  return schema?.type === 'string' && !bounded ? [{ message: 'a text in a request has maxLength, a pattern or a format', path }] : [];
};

/** A request is measured before it is read: every text and every list has an upper bound, in its body and in its address. */
export const requestsAreBounded = (contract) => {
  const names = schemasUsedIn(contract, 'requests');
  const inParameters = parametersOf(contract).flatMap(([p, path]) => {
    const schema = deref(contract, p.schema);
    return [...unbounded(schema, path), ...unbounded(deref(contract, schema?.items), path)];
  });
  return [...findIn((schema, at) => (names.has(at[2]) ? unbounded(schema, at) : []))(contract), ...inParameters];
};

export const parametersAreDescribed = (contract) => {
  return parametersOf(contract)
    .flatMap(([p, path]) => {
      const shown = p.example !== undefined || p.examples !== undefined;
      if (!p.description?.trim() || (p.required && !shown)) return [{ message: `${p.name} needs a description${p.required ? ' and an example' : ''}`, path }];
      return p.in === 'query' && !p.required && shown ? [{ message: `${p.name} is optional, and pages that try operations would send its example unasked`, path }] : [];
    });
};
