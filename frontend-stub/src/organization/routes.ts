import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/organization-settings',
  component: lazyRouteComponent(() => import('./OrganizationSettings')),
});

export const organizationRoutes = [settings] as const;
