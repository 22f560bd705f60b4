import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

const list = createRoute({
  getParentRoute: () => inside,
  path: '/legal-holds',
  validateSearch: filtersOf('state', 'objectKind'),
  component: lazyRouteComponent(() => import('./LegalHolds')),
});

const place = createRoute({
  getParentRoute: () => inside,
  path: '/legal-holds/new',
  validateSearch: filtersOf('objectKind', 'objectId', 'reference'),
  component: lazyRouteComponent(() => import('./PlaceHold')),
});

export const holdRoutes = [list, place] as const;
