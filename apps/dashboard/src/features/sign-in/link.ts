/** The secret of a link: it stands behind `#`, which a browser never sends, and is taken out of the address at once. */
export function takeToken(): string {
  const token = window.location.hash.slice(1);
  if (token !== "") window.history.replaceState(window.history.state, "", window.location.pathname);
  return token;
}
