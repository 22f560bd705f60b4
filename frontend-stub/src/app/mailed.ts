import { createRoute, redirect } from '@tanstack/react-router';
import { session } from '../api';
import { inside } from './roots';

const isCarrier = (): boolean => {
  const state = session.get();
  return 'user' in state && state.user.organization.kind === 'CARRIER';
};

/** Mails name a record by what it is; a carrier sees an agency's records elsewhere than the agency does. */
export function carriersGoTo(address: string): void {
  if (isCarrier()) throw redirect({ to: address as never });
}

const forward = <P extends string>(path: P, address: () => string) =>
  createRoute({
    getParentRoute: () => inside,
    path,
    beforeLoad: () => {
      throw redirect({ to: address() as never });
    },
  });

/** Addresses that mails name and that are pages of another name. */
export const mailedRoutes = [
  forward('/work', () => '/'),
  forward('/reporting-periods', () => (isCarrier() ? '/months' : '/calendar')),
  forward('/role-changes/$roleChangeId', () => '/role-changes'),
] as const;
