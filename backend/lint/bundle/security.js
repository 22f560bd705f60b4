/**
 * Who may call an operation follows from what it says already. Where nothing else is said, the contract's default holds: a person's session. An
 * operation that is not for people alone takes a machine's token as well, with the scope of its tag: all that reads, or all that changes.
 */
const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch']);

const kebab = (tag) => tag.toLowerCase().replaceAll(' ', '-');

/** The scope that lets a machine perform an operation and its likes. */
export const scopeOf = (method, operation) => `${kebab(operation.tags[0])}:${method === 'get' ? 'read' : 'write'}`;

/** Gives each operation the ways to show who one is, and the contract the scopes that there are. */
export const addSecurity = (root) => {
  const scopes = new Map();
  for (const item of Object.values(root.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!METHODS.has(method) || operation.security || operation['x-people-only']) continue;
      const scope = scopeOf(method, operation);
      scopes.set(scope, `${method === 'get' ? 'Read' : 'Change'}: ${operation.tags[0]}.`);
      operation.security = [...root.security, { serviceAccount: [scope] }];
    }
  }
  root.components.securitySchemes.serviceAccount.flows.clientCredentials.scopes = Object.fromEntries([...scopes].sort());
};
