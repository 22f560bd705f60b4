import { useSyncExternalStore } from 'react';
import { may, session, type CurrentUser, type Operation, type SessionState } from '../api';

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.get);

/** Who is signed in; only for pages that nobody else reaches. */
export function useUser(): CurrentUser {
  const state = useSession();
  if (!('user' in state)) throw new Error('Nobody is signed in');
  return state.user;
}

export function useMay(): (operation: Operation) => boolean {
  const user = useUser();
  return (operation) => may(user, operation);
}
