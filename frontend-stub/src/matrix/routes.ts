import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const STANDING_FILTERS = ['status', 'upline'] as const;
export const FILTERS = ['fromPeriod', 'toPeriod', 'agencyId', 'upline', 'status'] as const;

const months = createRoute({
  getParentRoute: () => inside,
  path: '/months',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./Months')),
});

const standings = createRoute({
  getParentRoute: () => inside,
  path: '/relationship-standings',
  validateSearch: filtersOf(...STANDING_FILTERS),
  component: lazyRouteComponent(() => import('./RelationshipStandings')),
});

export const matrixRoutes = [months, standings] as const;
