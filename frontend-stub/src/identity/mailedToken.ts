let taken: string | undefined;

/** The secret of a mailed link, which is taken out of the address, so that it stands in no history. */
export function mailedToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    taken = token;
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return taken;
}
