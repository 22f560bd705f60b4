import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

const announcements = createRoute({
  getParentRoute: () => inside,
  path: '/announcements',
  validateSearch: filtersOf('state'),
  component: lazyRouteComponent(() => import('./Announcements')),
});

const announcement = createRoute({
  getParentRoute: () => inside,
  path: '/announcements/$announcementId',
  component: lazyRouteComponent(() => import('./AnnouncementPage')),
});

const newAnnouncement = createRoute({
  getParentRoute: () => inside,
  path: '/announcements/new',
  component: lazyRouteComponent(() => import('./EditAnnouncement'), 'NewAnnouncement'),
});

const editAnnouncement = createRoute({
  getParentRoute: () => inside,
  path: '/announcements/$announcementId/edit',
  component: lazyRouteComponent(() => import('./EditAnnouncement'), 'EditAnnouncement'),
});

const resources = createRoute({
  getParentRoute: () => inside,
  path: '/resources',
  validateSearch: filtersOf('q', 'sectionId'),
  component: lazyRouteComponent(() => import('./Resources')),
});

const resource = createRoute({
  getParentRoute: () => inside,
  path: '/resources/$resourceId',
  component: lazyRouteComponent(() => import('./ResourcePage')),
});

const sections = createRoute({
  getParentRoute: () => inside,
  path: '/resources/sections',
  component: lazyRouteComponent(() => import('./Sections')),
});

const newResource = createRoute({
  getParentRoute: () => inside,
  path: '/resources/new',
  component: lazyRouteComponent(() => import('./EditResource'), 'NewResource'),
});

const editResource = createRoute({
  getParentRoute: () => inside,
  path: '/resources/$resourceId/edit',
  component: lazyRouteComponent(() => import('./EditResource'), 'EditResource'),
});

export const publicationRoutes = [announcements, announcement, newAnnouncement, editAnnouncement, resources, resource, sections, newResource, editResource] as const;
