import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { may, session } from '../api';
import { inside } from '../app/roots';

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    const state = session.get();
    // An auditor reads, and has no list of work.
    if ('user' in state && !may(state.user, 'getWorkList')) throw redirect({ href: '/account' });
  },
  component: lazyRouteComponent(() => import('./Work')),
});

export const workRoutes = [home] as const;
