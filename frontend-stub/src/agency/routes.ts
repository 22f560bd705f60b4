import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['q', 'upline', 'level', 'inForce'] as const;

const list = createRoute({
  getParentRoute: () => inside,
  path: '/agencies',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./Agencies')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/agencies/$agencyId',
  component: lazyRouteComponent(() => import('./AgencyDetails')),
});

export const agencyRoutes = [list, details] as const;
