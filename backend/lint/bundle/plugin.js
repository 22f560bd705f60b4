import { makePatchSchemas } from './patch-schemas.js';
import { addSecurity } from './security.js';
import { addStandardResponses } from './standard-responses.js';

/** What the sources leave to be derived, added by Redocly when it bundles them. */
export default () => ({
  id: 'upline',
  decorators: {
    oas3: {
      'patch-schemas': () => ({ Root: { leave: makePatchSchemas } }),
      security: () => ({ Root: { leave: addSecurity } }),
      'standard-responses': () => ({ Root: { leave: addStandardResponses } }),
    },
  },
});
