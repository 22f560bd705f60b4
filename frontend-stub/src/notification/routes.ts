import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';

const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./Notifications')),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/notification-settings',
  component: lazyRouteComponent(() => import('./Settings')),
});

export const notificationRoutes = [notifications, settings] as const;
