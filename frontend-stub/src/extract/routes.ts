import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

const list = createRoute({
  getParentRoute: () => inside,
  path: '/extracts',
  validateSearch: filtersOf('kind'),
  component: lazyRouteComponent(() => import('./Extracts')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/extracts/$extractId',
  component: lazyRouteComponent(() => import('./ExtractDetails')),
});

export const extractRoutes = [list, details] as const;
