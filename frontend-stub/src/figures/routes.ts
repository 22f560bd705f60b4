import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

const figures = createRoute({
  getParentRoute: () => inside,
  path: '/figures',
  validateSearch: filtersOf('fromPeriod', 'toPeriod'),
  component: lazyRouteComponent(() => import('./Figures')),
});

export const figuresRoutes = [figures] as const;
