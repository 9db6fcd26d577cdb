const STORE = "soundings-wanted";
const LONGEST = 2_000;

/** Whether an address is a page of this site that can be gone back to: a path of its own, and not that of signing in. */
export function isOwnPath(address: string): boolean {
  if (address.length > LONGEST || !/^\/(?![/\\])/.test(address)) return false;
  if ([...address].some((letter) => letter < " " || letter === "\\")) return false;
  const base = "https://own.invalid";
  const parsed = URL.parse(address, base);
  return parsed !== null && parsed.origin === base && !/^\/(auth|sign-in|link)(\/|$)/.test(parsed.pathname);
}

/** An address without what was searched for: a search may hold a name. */
export function withoutSearchedText(address: string): string {
  const parsed = URL.parse(address, "https://own.invalid");
  if (parsed === null) return "/";
  parsed.searchParams.delete("q");
  return `${parsed.pathname}${parsed.search}`;
}

/**
 * Where somebody wanted to go before signing in. It is kept by the page and not in the address, so that no link can send
 * anybody elsewhere.
 */
export const wanted = {
  keep(address: string): void {
    const kept = withoutSearchedText(address);
    if (kept !== "/" && isOwnPath(kept)) sessionStorage.setItem(STORE, kept);
  },
  /** Gives it once. */
  take(): string | null {
    const address = sessionStorage.getItem(STORE);
    sessionStorage.removeItem(STORE);
    return address !== null && isOwnPath(address) ? address : null;
  },
};
