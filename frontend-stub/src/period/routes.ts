import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['fromPeriod', 'toPeriod', 'carrierId', 'agencyId', 'status'] as const;

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/calendar',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./Calendar')),
});

export const periodRoutes = [calendar] as const;
