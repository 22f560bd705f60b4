import { lazy, Suspense, useSyncExternalStore } from 'react';
import { confirmation } from '../api';
import { useSession } from '../shared/user';

const SignInAgain = lazy(() => import('../identity/SignInAgain'));
const ConfirmIdentity = lazy(() => import('../identity/ConfirmIdentity'));

/** Over whatever page is open: the session has ended, or a step wants the password again. What is below stays as it is. */
export function SessionDialogs() {
  const state = useSession();
  const isConfirming = useSyncExternalStore(confirmation.subscribe, confirmation.isWanted);
  return (
    <Suspense>
      {state.status === 'ended' && <SignInAgain email={state.user.email ?? ''} />}
      {isConfirming && state.status !== 'ended' && <ConfirmIdentity />}
    </Suspense>
  );
}
