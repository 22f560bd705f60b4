import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['since', 'until', 'actorId', 'operation', 'outcome', 'objectId', 'requestId'] as const;

const list = createRoute({
  getParentRoute: () => inside,
  path: '/audit-trail',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./AuditTrail')),
});

const check = createRoute({
  getParentRoute: () => inside,
  path: '/audit-trail/check',
  component: lazyRouteComponent(() => import('./TrailCheck')),
});

export const auditRoutes = [list, check] as const;
