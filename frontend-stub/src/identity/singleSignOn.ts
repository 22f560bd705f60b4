/** What this tab keeps while somebody is at the sign-in of their organization. */
interface Kept {
  secret: string;
  to: string;
}
const KEY = 'upline.single-sign-on.';

export const keepBrowserSecret = (state: string, kept: Kept): void => sessionStorage.setItem(KEY + state, JSON.stringify(kept));

export function takeBrowserSecret(state: string): Kept | undefined {
  const kept = sessionStorage.getItem(KEY + state);
  sessionStorage.removeItem(KEY + state);
  return kept === null ? undefined : (JSON.parse(kept) as Kept);
}
