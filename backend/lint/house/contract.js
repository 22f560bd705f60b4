// How the rules read the contract: they see the document as it is written, `$ref`s and all, and follow them by name.

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The node that `node` refers to, or itself. */
export function deref(contract, node) {
  let found = node;
  while (typeof found?.$ref === 'string') {
    found = found.$ref
      .slice(2)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce((at, key) => at?.[key], contract);
  }
  return found;
}

/** Every operation with its path, method and place in the document. */
export function operationsOf(contract) {
  return Object.entries(contract.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const operation = item[method];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((p) => deref(contract, p));
      return {
        path,
        method,
        operation,
        at: ['paths', path, method],
        takes: (header) => parameters.some((p) => p?.name === header),
        requires: (header) => parameters.some((p) => p?.name === header && p.required === true),
        declares: (status) => operation.responses?.[status] !== undefined,
      };
    }),
  );
}

/** Whether nobody need show who they are: nothing is asked for, or nothing will do. */
export const isAnonymous = ({ security }) => Array.isArray(security) && (security.length === 0 || security.some((ways) => Object.keys(ways).length === 0));
export const isSuccess = (status) => /^2/.test(status);
export const isError = (status) => /^[45]/.test(status);

/** The media types of a request or a response, each with its place. */
export function mediaTypesOf(contract, body, at) {
  return Object.entries(deref(contract, body)?.content ?? {}).map(([type, media]) => ({ type, media, at: [...at, 'content', type] }));
}

/** Visits every schema once, named or nested, with its place in the document. */
export function eachSchema(contract, visit) {
  const seen = new Set();
  const walk = (node, at) => {
    if (node === null || typeof node !== 'object' || seen.has(node)) return;
    seen.add(node);
    if (!Array.isArray(node) && at.includes('schemas')) visit(node, at);
    for (const [key, value] of Object.entries(node)) if (!['example', 'examples', 'enum'].includes(key)) walk(value, [...at, key]);
  };
  walk(contract.components?.schemas, ['components', 'schemas']);
}

/** The names of the schemas that are reachable from requests, or from responses. */
export function schemasUsedIn(contract, where) {
  const names = new Set();
  const walk = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (typeof node.$ref === 'string') {
      const name = node.$ref.split('/').pop();
      if (node.$ref.startsWith('#/components/schemas/')) {
        if (names.has(name)) return;
        names.add(name);
      }
      walk(deref(contract, node));
      return;
    }
    for (const [key, value] of Object.entries(node)) if (!['example', 'examples'].includes(key)) walk(value);
  };
  for (const { operation } of operationsOf(contract)) walk(where === 'requests' ? operation.requestBody : operation.responses);
  return names;
}
