import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';

const beneficiary = createRoute({
  getParentRoute: () => inside,
  path: '/beneficiaries/$incidentId',
  component: lazyRouteComponent(() => import('./BeneficiaryPage')),
});

const unredacted = createRoute({
  getParentRoute: () => inside,
  path: '/unredacted-export',
  component: lazyRouteComponent(() => import('./UnredactedExport')),
});

export const privacyRoutes = [beneficiary, unredacted] as const;
