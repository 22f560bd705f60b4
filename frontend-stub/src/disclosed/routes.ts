import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const REGISTER_FILTERS = ['q', 'performs', 'entityType', 'state', 'status', 'agencyId', 'upline', 'activeOn', 'asOf'] as const;
export const INCIDENT_FILTERS = ['q', 'period', 'agencyId', 'upline', 'category', 'severity', 'state', 'source', 'outcome', 'harm', 'repeat', 'late', 'asOf'] as const;

const register = createRoute({
  getParentRoute: () => inside,
  path: '/disclosed-relationships',
  validateSearch: filtersOf(...REGISTER_FILTERS),
  component: lazyRouteComponent(() => import('./DisclosedRelationships')),
});

const relationship = createRoute({
  getParentRoute: () => inside,
  path: '/disclosed-relationships/$relationshipId',
  validateSearch: filtersOf('tab', 'asOf'),
  component: lazyRouteComponent(() => import('./DisclosedRelationshipDetails')),
});

const incidents = createRoute({
  getParentRoute: () => inside,
  path: '/disclosed-incidents',
  validateSearch: filtersOf(...INCIDENT_FILTERS),
  component: lazyRouteComponent(() => import('./DisclosedIncidents')),
});

export const disclosedRoutes = [register, relationship, incidents] as const;
