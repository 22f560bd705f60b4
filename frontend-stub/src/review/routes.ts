import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['kind', 'period', 'agencyId', 'upline'] as const;

const queue = createRoute({
  getParentRoute: () => inside,
  path: '/queue',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./Queue')),
});

export const reviewRoutes = [queue] as const;
