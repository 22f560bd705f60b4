import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['state', 'overdue', 'agencyId', 'upline'] as const;

const list = createRoute({
  getParentRoute: () => inside,
  path: '/corrective-action-plans',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./Plans')),
});

const issue = createRoute({
  getParentRoute: () => inside,
  path: '/corrective-action-plans/new',
  validateSearch: filtersOf('agencyId', 'incidentId'),
  component: lazyRouteComponent(() => import('./IssuePlan')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/corrective-action-plans/$planId',
  component: lazyRouteComponent(() => import('./PlanDetails')),
});

export const planRoutes = [list, issue, details] as const;
