/**
 * The responses that follow from what an operation is, so that its source need not repeat them: whoever reads a body may refuse it, whoever
 * names a resource may not find it, and so on. A response that the source states itself stays as it is stated there.
 */
const parametersOf = (root, operation) =>
  (operation.parameters ?? []).map((parameter) => (parameter.$ref ? root.components.parameters[parameter.$ref.split('/').at(-1)] : parameter).name);

const answersABody = (operation) => Object.entries(operation.responses).some(([status, response]) => status.startsWith('2') && response.content);

/** Whether nobody need show who they are: nothing is asked for, or nothing will do. */
const isAnonymous = ({ security }) => security !== undefined && (security.length === 0 || security.some((ways) => Object.keys(ways).length === 0));

/** Status → name of the response among the components, or nothing where it does not apply. */
export function standardResponses(root, path, operation) {
  const takes = new Set(parametersOf(root, operation));
  const anonymous = isAnonymous(operation);
  const body = operation.requestBody !== undefined;
  const key = takes.has('Idempotency-Key');
  return {
    304: takes.has('If-None-Match') && 'NotModified',
    400: 'BadRequest',
    401: !anonymous && 'Unauthenticated',
    403: !anonymous && 'Forbidden',
    404: path.includes('{') && 'NotFound',
    406: answersABody(operation) && 'NotAcceptable',
    409: key && 'IdempotencyConflict',
    412: takes.has('If-Match') && 'PreconditionFailed',
    413: body && 'TooLarge',
    415: body && 'UnsupportedMediaType',
    422: body ? (key ? 'Unprocessable' : 'Invalid') : key && 'IdempotencyKeyReused',
    428: takes.has('If-Match') && 'PreconditionRequired',
    429: 'TooManyRequests',
    500: 'InternalError',
    503: 'Unavailable',
  };
}

/** Gives each operation its standard responses, in the order of their status. `x-never-answers` lists those that a source takes out. */
export const addStandardResponses = (root) => {
  for (const [path, item] of Object.entries(root.paths)) {
    for (const operation of Object.values(item)) {
      const never = operation['x-never-answers'] ?? [];
      delete operation['x-never-answers'];
      for (const [status, name] of Object.entries(standardResponses(root, path, operation))) {
        if (name && !never.includes(status)) operation.responses[status] ??= { $ref: `#/components/responses/${name}` };
      }
    }
  }
};
