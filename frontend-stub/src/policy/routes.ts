import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';

const list = createRoute({
  getParentRoute: () => inside,
  path: '/policies',
  component: lazyRouteComponent(() => import('./Policies')),
});

const announce = createRoute({
  getParentRoute: () => inside,
  path: '/policies/new',
  component: lazyRouteComponent(() => import('./AnnouncePolicy')),
});

export const policyRoutes = [list, announce] as const;
