import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { carriersGoTo } from '../app/mailed';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

export const FILTERS = ['q', 'period', 'carrierId', 'category', 'severity', 'outcome', 'undisclosed', 'late', 'voided'] as const;

const toTriage = ({ params }: { params: { incidentId: string } }): void => carriersGoTo(`/triage/${params.incidentId}`);

const list = createRoute({
  getParentRoute: () => inside,
  path: '/incidents',
  validateSearch: filtersOf(...FILTERS),
  component: lazyRouteComponent(() => import('./Incidents')),
});

const create = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/new',
  component: lazyRouteComponent(() => import('./NewIncident')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$incidentId',
  validateSearch: filtersOf('tab'),
  beforeLoad: toTriage,
  component: lazyRouteComponent(() => import('./IncidentDetails')),
});

const edit = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$incidentId/edit',
  component: lazyRouteComponent(() => import('./EditIncident')),
});

export const incidentRoutes = [list, create, details, edit] as const;
