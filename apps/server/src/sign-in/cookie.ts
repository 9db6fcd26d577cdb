import { createHmac, timingSafeEqual } from "node:crypto";

const TOKEN = "session_token";
/** Of somebody who is on the way to the provider of single sign-on and back. */
const STATE = "state";

/** Behind TLS a browser takes the cookie from this host over TLS only, and from nobody else. */
export function cookiePrefix(secure: boolean): string {
  return secure ? "__Host-soundings" : "soundings";
}

function valueNamed(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** How cookies are signed and named. */
interface Signing {
  readonly secret: string;
  readonly secure: boolean;
}

/**
 * What a cookie says, null without one and for one that this server has not signed. The form is the sign-in library's: the
 * value, a full stop, and its HMAC-SHA-256 in base 64.
 */
function signedValue(header: string | undefined, name: string, { secret, secure }: Signing): string | null {
  const stored = header === undefined ? null : valueNamed(header, `${cookiePrefix(secure)}.${name}`);
  const value = stored === null ? null : decoded(stored);
  const at = value?.lastIndexOf(".") ?? -1;
  if (value === null || at < 1) return null;
  const token = value.slice(0, at);
  const given = Buffer.from(value.slice(at + 1));
  const right = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

/** The token of a sign-in; null without one, and for a forged one. */
export function tokenOf(header: string | undefined, secret: string, secure: boolean): string | null {
  return signedValue(header, TOKEN, { secret, secure });
}

/** What this browser was sent to the provider with; null when it was not, or some time ago. */
export function stateOf(header: string | undefined, signing: Signing): string | null {
  return signedValue(header, STATE, signing);
}
