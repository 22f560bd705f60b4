import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['state', 'assigneeId', 'agencyId', 'upline'] as const;

const list = createRoute({
  getParentRoute: () => inside,
  path: '/triage',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./Triage')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/triage/$incidentId',
  validateSearch: filtersOf('tab', 'asOf'),
  component: lazyRouteComponent(() => import('./TriageDetails')),
});

export const triageRoutes = [list, details] as const;
