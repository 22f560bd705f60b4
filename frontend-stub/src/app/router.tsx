import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { agencyRoutes } from '../agency/routes';
import { auditRoutes } from '../audit/routes';
import { carrierRoutes } from '../carrier/routes';
import { contractDirectoryRoutes } from '../contractDirectory/routes';
import { disclosedRoutes } from '../disclosed/routes';
import { extractRoutes } from '../extract/routes';
import { figuresRoutes } from '../figures/routes';
import { holdRoutes } from '../hold/routes';
import { identityRoutes, identityRoutesInside } from '../identity/routes';
import { incidentRoutes } from '../incident/routes';
import { matrixRoutes } from '../matrix/routes';
import { notificationRoutes } from '../notification/routes';
import { Awaited } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { organizationRoutes } from '../organization/routes';
import { peopleRoutes } from '../people/routes';
import { planRoutes } from '../plan/routes';
import { policyRoutes } from '../policy/routes';
import { periodRoutes } from '../period/routes';
import { privacyRoutes } from '../privacy/routes';
import { publicationRoutes } from '../publication/routes';
import { relationshipRoutes } from '../relationship/routes';
import { reviewRoutes } from '../review/routes';
import { serviceAccountRoutes } from '../serviceAccount/routes';
import { sheetRoutes } from '../sheet/routes';
import { submissionRoutes } from '../submission/routes';
import { triageRoutes } from '../triage/routes';
import { workRoutes } from '../work/routes';
import { mailedRoutes } from './mailed';
import { NotFound } from './NotFound';
import { inside, root } from './roots';

const tree = root.addChildren([
  ...identityRoutes,
  inside.addChildren([
    ...workRoutes,
    ...identityRoutesInside,
    ...notificationRoutes,
    ...relationshipRoutes,
    ...sheetRoutes,
    ...submissionRoutes,
    ...incidentRoutes,
    ...periodRoutes,
    ...publicationRoutes,
    ...reviewRoutes,
    ...disclosedRoutes,
    ...triageRoutes,
    ...matrixRoutes,
    ...planRoutes,
    ...extractRoutes,
    ...figuresRoutes,
    ...agencyRoutes,
    ...policyRoutes,
    ...peopleRoutes,
    ...serviceAccountRoutes,
    ...auditRoutes,
    ...holdRoutes,
    ...contractDirectoryRoutes,
    ...carrierRoutes,
    ...privacyRoutes,
    ...organizationRoutes,
    ...mailedRoutes,
  ]),
]);

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    // Filters are texts, and look in the address as they were typed.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
      return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
    },
    defaultPendingComponent: () => <Awaited />,
    defaultErrorComponent: ({ error, reset }) => <ProblemAlert error={error} retry={reset} />,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
