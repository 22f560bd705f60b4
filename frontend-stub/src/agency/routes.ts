import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';

const list = createRoute({
  getParentRoute: () => inside,
  path: '/agencies',
  component: lazyRouteComponent(() => import('./Agencies')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/agencies/$agencyId',
  component: lazyRouteComponent(() => import('./AgencyDetails')),
});

export const agencyRoutes = [list, details] as const;
