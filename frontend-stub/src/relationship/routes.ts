import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { carriersGoTo } from '../app/mailed';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['q', 'performs', 'entityType', 'state', 'status', 'undisclosedTo', 'upstreamId', 'sort'] as const;

const list = createRoute({
  getParentRoute: () => inside,
  path: '/relationships',
  beforeLoad: () => carriersGoTo('/relationship-standings'),
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./Relationships')),
});

const create = createRoute({
  getParentRoute: () => inside,
  path: '/relationships/new',
  component: lazyRouteComponent(() => import('./NewRelationship')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/relationships/$relationshipId',
  validateSearch: filtersOf('tab'),
  component: lazyRouteComponent(() => import('./RelationshipDetails')),
});

const edit = createRoute({
  getParentRoute: () => inside,
  path: '/relationships/$relationshipId/edit',
  component: lazyRouteComponent(() => import('./EditRelationship')),
});

export const relationshipRoutes = [list, create, details, edit] as const;
