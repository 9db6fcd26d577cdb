import { createHmac, timingSafeEqual } from "node:crypto";

const NAME = "session_token";

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

/**
 * The token of the cookie, null without one and for one that this server has not signed. The form is the sign-in
 * library's: the token, a full stop, and its HMAC-SHA-256 in base 64.
 */
export function tokenOf(header: string | undefined, secret: string, secure: boolean): string | null {
  const stored = header === undefined ? null : valueNamed(header, `${cookiePrefix(secure)}.${NAME}`);
  const value = stored === null ? null : decoded(stored);
  const at = value?.lastIndexOf(".") ?? -1;
  if (value === null || at < 1) return null;
  const token = value.slice(0, at);
  const given = Buffer.from(value.slice(at + 1));
  const right = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}
