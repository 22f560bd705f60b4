import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['status', 'kind', 'period', 'carrierId', 'agencyId', 'upline', 'sort'] as const;

const list = createRoute({
  getParentRoute: () => inside,
  path: '/submissions',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./Submissions')),
});

const create = createRoute({
  getParentRoute: () => inside,
  path: '/submissions/new',
  validateSearch: filtersOf('kind', 'carrierId', 'period'),
  component: lazyRouteComponent(() => import('./NewSubmission')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/submissions/$submissionId',
  validateSearch: filtersOf('tab', 'changeType', 'since', 'changedSinceReturn'),
  component: lazyRouteComponent(() => import('./SubmissionDetails')),
});

const attest = createRoute({
  getParentRoute: () => inside,
  path: '/submissions/$submissionId/attest',
  component: lazyRouteComponent(() => import('./Attest')),
});

const receipt = createRoute({
  getParentRoute: () => inside,
  path: '/submissions/$submissionId/receipt',
  component: lazyRouteComponent(() => import('./Receipt')),
});

export const submissionRoutes = [list, create, details, attest, receipt] as const;
