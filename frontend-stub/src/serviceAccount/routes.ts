import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

const list = createRoute({
  getParentRoute: () => inside,
  path: '/service-accounts',
  validateSearch: filtersOf('status'),
  component: lazyRouteComponent(() => import('./ServiceAccounts')),
});

const create = createRoute({
  getParentRoute: () => inside,
  path: '/service-accounts/new',
  component: lazyRouteComponent(() => import('./NewServiceAccount')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/service-accounts/$serviceAccountId',
  component: lazyRouteComponent(() => import('./ServiceAccountDetails')),
});

export const serviceAccountRoutes = [list, create, details] as const;
