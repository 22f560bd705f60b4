import { Configuration, IdentityApi, SingleSignOnApi, type CurrentUser, type Middleware, type Session, type SignInResult } from '@upline/client';
import { isProblem, problemOf } from './problem';

/**
 * The session of this browser. The refresh token is in a cookie that no script can read, the access token in the memory of
 * this tab. When the session ends while somebody works, requests wait until the person has signed in again, so that what
 * was typed is still there and goes on.
 */
export type SessionState =
  | { status: 'unknown' | 'out' }
  | { status: 'in' | 'ended'; user: CurrentUser };

/** Says only that it is worth asking for a session, so that a first visit makes no request that must fail. */
const HINT = 'upline.session';
const DRAFTS = 'upline.draft.';
const EARLY_MS = 30_000;

const throwProblems: Middleware = {
  async post({ response }) {
    const problem = response.ok ? undefined : await problemOf(response);
    if (problem) throw problem;
  },
};
const open = new Configuration({ basePath: '', middleware: [throwProblems] });
/** For what needs no session. */
export const openIdentity = new IdentityApi(open);
export const openSingleSignOn = new SingleSignOnApi(open);

let state: SessionState = { status: 'unknown' };
let access: { token: string; expiresAt: number } | undefined;
let refreshing: Promise<void> | undefined;
let signedInAgain: PromiseWithResolvers<void> | undefined;
const listeners = new Set<() => void>();
const tabs = new BroadcastChannel('upline.session');

function become(next: SessionState) {
  state = next;
  listeners.forEach((listener) => listener());
}

export const session = {
  get: (): SessionState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function enter(begun: Session) {
  if ('user' in state && state.user.id !== begun.user.id) {
    // Somebody else: nothing of the person before may stay in memory.
    location.assign('/');
    return;
  }
  access = { token: begun.accessToken, expiresAt: Date.now() + begun.expiresIn * 1000 };
  localStorage.setItem(HINT, 'yes');
  become({ status: 'in', user: begun.user });
  signedInAgain?.resolve();
  signedInAgain = undefined;
}

function end() {
  access = undefined;
  if ('user' in state) {
    become({ status: 'ended', user: state.user });
  } else {
    localStorage.removeItem(HINT);
    become({ status: 'out' });
  }
}

async function refresh(): Promise<void> {
  try {
    enter(await openIdentity.refreshSession({ refreshSession: {} }));
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    end();
  }
}

async function renew(): Promise<void> {
  refreshing ??= refresh().finally(() => {
    refreshing = undefined;
  });
  await refreshing;
  if (state.status === 'ended') {
    signedInAgain ??= Promise.withResolvers<void>();
    await signedInAgain.promise;
  }
}

/** Whether somebody is signed in; asks the server the first time. */
export async function begin(): Promise<boolean> {
  if (state.status === 'unknown') {
    if (localStorage.getItem(HINT) === null) become({ status: 'out' });
    else await renew();
  }
  return state.status === 'in' || state.status === 'ended';
}

/** An access token that is still good, after signing in again where that is needed. */
export async function accessToken(): Promise<string | undefined> {
  if (!access || access.expiresAt - Date.now() < EARLY_MS) await renew();
  return access?.token;
}

/** Whom tokens say that they are from: what a machine's signed statement is for. */
export function issuer(): string | undefined {
  const claims = access?.token.split('.')[1];
  return claims && (JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { iss?: string }).iss;
}

/** The token was refused, although its time was not over. */
export async function replaceAccessToken(): Promise<string | undefined> {
  access = undefined;
  return accessToken();
}

/** Takes the answer of any way to sign in: a session begins, or its challenge is to be answered. */
export function take(result: SignInResult): string | undefined {
  if (result.session) {
    enter(result.session);
    tabs.postMessage({ began: result.session.user.id });
  }
  return result.challenge?.challenge;
}

export function signIn(email: string, password: string, permit?: string): Promise<string | undefined> {
  return openIdentity.signIn({ signIn: { email, password, permit, refreshTokenIn: 'COOKIE' } }).then(take);
}

export function answerChallenge(challenge: string, code: string): Promise<string | undefined> {
  return openIdentity
    .answerSignInChallenge({ challengeAnswer: { challenge, code, refreshTokenIn: 'COOKIE' } })
    .then(take);
}

/** What people have typed and not sent is theirs: nobody who signs in afterwards finds it. */
function forgetDrafts() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(DRAFTS))
    .forEach((key) => sessionStorage.removeItem(key));
}

function leave() {
  localStorage.removeItem(HINT);
  forgetDrafts();
  location.assign('/sign-in');
}

export async function signOut(): Promise<void> {
  await openIdentity.endSession({ refreshSession: {} });
  tabs.postMessage({ ended: true });
  leave();
}

tabs.addEventListener('message', (event: MessageEvent<{ began?: string; ended?: boolean }>) => {
  if (event.data.ended && 'user' in state) leave();
  if (event.data.began && 'user' in state && state.user.id !== event.data.began) location.assign('/');
  if (event.data.began && state.status === 'ended') void renew();
});

export const draftKey = (name: string): string => `${DRAFTS}${'user' in state ? state.user.id : ''}.${name}`;
