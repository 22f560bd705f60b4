import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['q', 'role', 'status'] as const;

const list = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./People')),
});

const invitations = createRoute({
  getParentRoute: () => inside,
  path: '/people/invitations',
  validateSearch: filtersOf('status'),
  component: lazyRouteComponent(() => import('./Invitations')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/people/$userId',
  component: lazyRouteComponent(() => import('./PersonDetails')),
});

const roleChanges = createRoute({
  getParentRoute: () => inside,
  path: '/role-changes',
  validateSearch: filtersOf('status'),
  component: lazyRouteComponent(() => import('./RoleChanges')),
});

export const peopleRoutes = [list, invitations, details, roleChanges] as const;
