import { deref, isAnonymous, isError, isSuccess, mediaTypesOf, operationsOf } from './contract.js';
import { scopeOf } from '../bundle/security.js';
import { ANY_SCOPE, FILE_SEGMENTS, FOREIGN_OPERATIONS, SINGULAR_SEGMENTS, WITHOUT_IDEMPOTENCY_KEY, WITHOUT_IF_MATCH, WITHOUT_PAGING, stale } from './exemptions.js';

const each = (rule) => (contract) => operationsOf(contract).flatMap((o) => rule(o, contract) ?? []);
const operationIds = (contract) => operationsOf(contract).map(({ operation }) => operation.operationId);

export const operationIdIsCamelCase = each(({ operation, at }) =>
  /^[a-z][A-Za-z0-9]*$/.test(operation.operationId ?? '') ? [] : [{ message: 'operationId is missing or not camelCase', path: at }],
);

export const oneDeclaredTag = each(({ operation, at }, contract) => {
  const declared = (contract.tags ?? []).map((tag) => tag.name);
  const tags = operation.tags ?? [];
  return tags.length === 1 && declared.includes(tags[0]) ? [] : [{ message: 'needs exactly one tag, of those declared', path: at }];
});

export const saysWhatItDoes = each(({ operation, at }) =>
  ['summary', 'description'].filter((key) => !operation[key]?.trim()).map((key) => ({ message: `${key} is missing`, path: at })),
);

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const OWN_ACCOUNT = /^\/v1\/me(\/|$)/;

/** Without either, the generated server would let anybody in. The own account is everybody's, who has but one role too. */
export const rolesOrAnonymous = each(({ operation, at }, contract) => {
  const known = contract.components?.schemas?.Role?.enum ?? [];
  const roles = operation['x-roles'];
  if (isAnonymous(operation)) return roles === undefined ? [] : [{ message: 'anonymous and with x-roles: it can only be one', path: at }];
  if (!Array.isArray(roles) || roles.length === 0) return [{ message: 'needs x-roles, or `security: []` for everybody', path: at }];
  if (OWN_ACCOUNT.test(at[1]) && !same([...roles].sort(), [...known].sort())) return [{ message: 'is about the own account, so every role may', path: [...at, 'x-roles'] }];
  return roles.filter((role) => !known.includes(role)).map((role) => ({ message: `x-roles names ${role}, which is no Role`, path: [...at, 'x-roles'] }));
});

const SESSION = [{ userSession: [] }];

/** The tests, the docs and the generated clients rely on the default being closed. */
export const closedByDefault = (contract) => (same(contract.security, SESSION) ? [] : [{ message: 'the default security must demand the session of a person', path: [] }]);

/** What may be shown at an operation: a session; where not only people may, a machine's token with its scope; at the token endpoint, a secret. */
const waysIn = (operation, method) => {
  if (operation.operationId in FOREIGN_OPERATIONS) return [{ clientSecret: [] }, {}];
  if (isAnonymous(operation)) return [];
  if (operation['x-people-only']) return undefined;
  return [...SESSION, { serviceAccount: operation.operationId in ANY_SCOPE ? [] : [scopeOf(method, operation)] }];
};

const SCHEMES = { userSession: ['http', 'bearer'], serviceAccount: ['oauth2', undefined], clientSecret: ['http', 'basic'] };

export const saysHowOneShowsWhoOneIs = (contract) => {
  const schemes = contract.components?.securitySchemes ?? {};
  const flow = schemes.serviceAccount?.flows?.clientCredentials;
  const scopes = operationsOf(contract).flatMap(({ operation }) => (operation.security ?? []).flatMap((ways) => ways.serviceAccount ?? []));
  return [
    ...Object.entries(SCHEMES)
      .filter(([name, [type, scheme]]) => schemes[name]?.type !== type || schemes[name]?.scheme !== scheme)
      .map(([name]) => ({ message: `${name} is not described`, path: ['components', 'securitySchemes'] })),
    ...(contract.paths?.[flow?.tokenUrl]?.post ? [] : [{ message: 'the token URL is no operation', path: ['components', 'securitySchemes'] }]),
    ...(same(Object.keys(flow?.scopes ?? {}), [...new Set(scopes)].sort()) ? [] : [{ message: 'the scopes are not those of the operations', path: ['components', 'securitySchemes'] }]),
    ...each(({ operation, method, at }) => (same(operation.security, waysIn(operation, method)) ? [] : [{ message: 'security is not what follows from x-roles, x-people-only and the tag', path: at }]))(contract),
    ...stale(ANY_SCOPE, operationIds(contract), 'ANY_SCOPE'),
  ];
};

export const securedDeclares401And403 = each(({ operation, at, declares }) =>
  isAnonymous(operation) ? [] : ['401', '403'].filter((s) => !declares(s)).map((s) => ({ message: `secured, but ${s} is not declared`, path: at })),
);

export const declaresFaultsOfTheServer = each(({ at, declares }) => ['500', '503'].filter((s) => !declares(s)).map((s) => ({ message: `${s} is not declared`, path: at })));

export const errorsAreProblems = (contract) => [...errorsThatAreNone(contract), ...stale(FOREIGN_OPERATIONS, operationIds(contract), 'FOREIGN_OPERATIONS')];

const isForeign = (operation) => operation.operationId in FOREIGN_OPERATIONS;

const errorsThatAreNone = each(({ operation, at }, contract) =>
  Object.entries(operation.responses ?? {})
    .filter(([status]) => isError(status) && !(isForeign(operation) && ['400', '401'].includes(status)))
    .flatMap(([status, response]) => {
      const types = mediaTypesOf(contract, response, []);
      const only = types.length === 1 && types[0].type === 'application/problem+json' && types[0].media.schema?.$ref === '#/components/schemas/Problem';
      return only ? [] : [{ message: `${status} must be application/problem+json with the Problem schema, and nothing else`, path: [...at, 'responses', status] }];
    }),
);

/** A file of another format than JSON has no example: its bytes could not be checked against the schema, and would teach nothing. */
const isFile = (contract, media) => deref(contract, media.schema)?.format === 'binary';

export const bodiesHaveExamples = each(({ operation, at }, contract) => {
  const bodies = [[operation.requestBody, [...at, 'requestBody']], ...Object.entries(operation.responses ?? {}).filter(([s]) => isSuccess(s)).map(([s, r]) => [r, [...at, 'responses', s]])];
  return bodies.flatMap(([body, where]) =>
    mediaTypesOf(contract, body, where)
      .filter(({ media }) => !isFile(contract, media) && Object.keys(media.examples ?? {}).length === 0)
      .map(({ at: path, type }) => ({ message: `${type} has no example`, path })),
  );
});

export const bodyDeclaresItsRefusals = each(({ operation, at, declares }) =>
  operation.requestBody ? ['400', '413', '415', ...(isForeign(operation) ? [] : ['422'])].filter((s) => !declares(s)).map((s) => ({ message: `reads a body, but ${s} is not declared`, path: at })) : [],
);

export const answersDeclare406 = each(({ operation, at, declares }, contract) => {
  const answers = Object.entries(operation.responses ?? {}).some(([s, r]) => isSuccess(s) && mediaTypesOf(contract, r, []).length > 0);
  return answers && !declares('406') ? [{ message: 'answers a body, but 406 is not declared', path: at }] : [];
});

export const declares429 = each(({ at, declares }) => (declares('429') ? [] : [{ message: '429 is not declared', path: at }]));

/** What reads or writes a whole file costs more than a glance. */
export const filesSayWhatTheyCost = each(({ operation, at }, contract) => {
  const cost = operation['x-rate-cost'];
  if (cost !== undefined) return Number.isInteger(cost) && cost > 1 ? [] : [{ message: 'x-rate-cost is a whole number above 1, or left out', path: at }];
  const uploads = mediaTypesOf(contract, operation.requestBody, []).some(({ type }) => type === 'multipart/form-data');
  const downloads = Object.entries(operation.responses ?? {}).some(([s, r]) => isSuccess(s) && mediaTypesOf(contract, r, []).some(({ media }) => isFile(contract, media)));
  return uploads || downloads ? [{ message: 'uploads or downloads a file, but has no x-rate-cost', path: at }] : [];
});

export const pathParameterDeclares404 = each(({ path, at, declares }) => (path.includes('{') && !declares('404') ? [{ message: 'names a resource, but 404 is not declared', path: at }] : []));

const isList = (contract, path) => {
  const answer = deref(contract, contract.paths[path].get?.responses?.['200'])?.content?.['application/json'];
  return deref(contract, deref(contract, answer?.schema)?.properties?.items)?.type === 'array';
};

export const pathsArePluralAndKebabCase = (contract) => {
  const segments = Object.keys(contract.paths ?? {}).flatMap((path) => path.split('/').slice(2));
  const findings = Object.keys(contract.paths ?? {}).flatMap((path) => {
    const [empty, version, ...rest] = path.split('/');
    const at = ['paths', path];
    if (empty !== '' || version !== 'v1' || rest.length === 0) return [{ message: 'a path starts with /v1', path: at }];
    return rest.flatMap((segment, i) => {
      if (/^\{[a-z][A-Za-z]*\}$/.test(segment)) return [];
      if (!/^[a-z]+(-[a-z]+)*$/.test(segment) && !(segment in FILE_SEGMENTS)) return [{ message: `"${segment}" is not kebab-case`, path: at }];
      const mustBePlural = i === 0 || rest[i + 1]?.startsWith('{');
      return (mustBePlural || (isList(contract, path) && i === rest.length - 1)) && !segment.endsWith('s') && !(segment in SINGULAR_SEGMENTS) ? [{ message: `"${segment}" is a collection, so a plural noun`, path: at }] : [];
    });
  });
  return [...findings, ...stale(SINGULAR_SEGMENTS, segments, 'SINGULAR_SEGMENTS'), ...stale(FILE_SEGMENTS, segments, 'FILE_SEGMENTS')];
};

/** What has an address of its own goes by DELETE; where something must be said for it, a verb of the trade says what happens. */
export const removesInOneWay = (contract) =>
  Object.keys(contract.paths ?? {})
    .filter((path) => path.split('/').some((segment) => ['remove', 'delete'].includes(segment)))
    .map((path) => ({ message: 'remove is no verb of the trade: DELETE the resource, or say what happens to it', path: ['paths', path] }));

/** A file that is made of a list is exported, a file that there is is downloaded. */
export const filesAreExportedOrDownloaded = each(({ operation, path, at }, contract) => {
  const answers = Object.entries(operation.responses ?? {}).filter(([s]) => isSuccess(s)).flatMap(([s, r]) => mediaTypesOf(contract, r, [s]));
  if (answers.length === 0 || !answers.every(({ media }) => isFile(contract, media))) return [];
  const verb = /(^|-)export$/.test(path.split('/').at(-1)) ? 'export' : 'download';
  return operation.operationId?.startsWith(verb) ? [] : [{ message: `answers a file, so its name begins with ${verb}`, path: at }];
});

export const actsIdempotently = (contract) => [
  ...each(({ operation, method, at, takes, declares }) => {
    if (!takes('Idempotency-Key')) return method === 'post' && !(operation.operationId in WITHOUT_IDEMPOTENCY_KEY) ? [{ message: 'a POST that creates or acts takes Idempotency-Key', path: at }] : [];
    return ['400', '409', '422'].filter((s) => !declares(s)).map((s) => ({ message: `takes Idempotency-Key, but ${s} is not declared`, path: at }));
  })(contract),
  ...stale(WITHOUT_IDEMPOTENCY_KEY, operationIds(contract), 'WITHOUT_IDEMPOTENCY_KEY'),
];

export const changesNameTheVersion = (contract) => [
  ...each(({ operation, method, path, at, takes, requires, declares }) => {
    const changes = ['patch', 'put', 'delete'].includes(method) || (method === 'post' && path.includes('{') && !(operation.operationId in WITHOUT_IF_MATCH));
    if (!changes) return takes('If-Match') ? [{ message: 'takes If-Match, but changes nothing that exists', path: at }] : [];
    return [
      ...(takes('If-Match') ? [] : [{ message: 'a change of something that exists takes If-Match', path: at }]),
      ...(takes('If-Match') && !requires('If-Match') ? [{ message: 'If-Match is required wherever it is taken', path: at }] : []),
      ...['412', '428'].filter((s) => !declares(s)).map((s) => ({ message: `takes If-Match, but ${s} is not declared`, path: at })),
    ];
  })(contract),
  ...stale(WITHOUT_IF_MATCH, operationIds(contract), 'WITHOUT_IF_MATCH'),
];

/** If-None-Match, 304 and the ETag of the answer come together. */
export const conditionalReads = each(({ operation, at, takes, declares }, contract) => {
  const has = { 'If-None-Match': takes('If-None-Match'), 304: declares('304') };
  const etag = deref(contract, operation.responses?.['200'])?.headers?.ETag !== undefined;
  if (has['If-None-Match'] !== has['304']) return [{ message: 'If-None-Match and 304 come together', path: at }];
  return has['304'] && !etag ? [{ message: 'answers 304, but 200 has no ETag', path: at }] : [];
});

export const listsArePaged = (contract) => [
  ...each(({ operation, at, takes }) => {
    const schema = deref(contract, deref(contract, operation.responses?.['200'])?.content?.['application/json']?.schema);
    if (deref(contract, schema?.properties?.items)?.type !== 'array' || operation.operationId in WITHOUT_PAGING) return [];
    return [
      ...['cursor', 'limit'].filter((p) => !takes(p)).map((p) => ({ message: `a list takes ${p}`, path: at })),
      ...(schema.properties.nextCursor ? [] : [{ message: 'a paged list answers nextCursor', path: at }]),
    ];
  })(contract),
  ...stale(WITHOUT_PAGING, operationIds(contract), 'WITHOUT_PAGING'),
];
