import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, root } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: filtersOf('to', 'organization'),
  component: lazyRouteComponent(() => import('./SignIn')),
});

const callback = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/callback',
  validateSearch: filtersOf('state', 'code', 'iss', 'error'),
  component: lazyRouteComponent(() => import('./SignInCallback')),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/accept-invitation',
  component: lazyRouteComponent(() => import('./AcceptInvitation')),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./ResetPassword')),
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  component: lazyRouteComponent(() => import('./ConfirmEmail')),
});

export const identityRoutes = [signIn, callback, invitation, reset, confirmEmail];

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('./Account')),
});

export const identityRoutesInside = [account] as const;
