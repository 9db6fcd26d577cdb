import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Listening } from "./listening.ts";

/** Nothing from elsewhere runs, is shown, or is sent to; styles come from files, so none is inline. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": CONTENT_POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

const A_YEAR_OF_TLS = "max-age=31536000";

/**
 * Every answer carries the policy and its request id; nothing is kept by a cache unless a route says so. Under the public
 * name of a site with TLS, a browser comes back over TLS only; under `localhost` it would take that of every other program.
 */
export function putHeaders(
  { transport, publicOrigin }: Listening,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const strict = transport === "own_certificate" || transport === "trusted_proxy";
  const publicHost = publicOrigin === null ? null : new URL(publicOrigin).host;
  reply.headers(HEADERS);
  if (strict && request.headers.host?.toLowerCase() === publicHost)
    reply.header("strict-transport-security", A_YEAR_OF_TLS);
  reply.header("cache-control", "no-store");
  reply.header("x-request-id", request.id);
}

export function addHeaders(app: FastifyInstance, listening: Listening): void {
  app.addHook("onRequest", async (request, reply) => putHeaders(listening, request, reply));
}
