import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';

const list = createRoute({
  getParentRoute: () => inside,
  path: '/carriers',
  component: lazyRouteComponent(() => import('./Carriers')),
});

const details = createRoute({
  getParentRoute: () => inside,
  path: '/carriers/$carrierId',
  component: lazyRouteComponent(() => import('./CarrierDetails')),
});

export const carrierRoutes = [list, details] as const;
