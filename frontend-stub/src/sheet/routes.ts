import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';

const relationships = createRoute({
  getParentRoute: () => inside,
  path: '/relationships/upload',
  component: lazyRouteComponent(() => import('./Upload'), 'UploadRelationships'),
});

const relationshipUpload = createRoute({
  getParentRoute: () => inside,
  path: '/relationships/uploads/$importId',
  component: lazyRouteComponent(() => import('./ImportPage'), 'RelationshipImport'),
});

const incidents = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/upload',
  component: lazyRouteComponent(() => import('./Upload'), 'UploadIncidents'),
});

const incidentUpload = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/uploads/$importId',
  component: lazyRouteComponent(() => import('./ImportPage'), 'IncidentImport'),
});

export const sheetRoutes = [relationships, relationshipUpload, incidents, incidentUpload] as const;
