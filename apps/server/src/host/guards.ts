import { APP_ERRORS, type AppErrorCode } from "@soundings/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isProxy, type Listening } from "./listening.ts";

const OWN_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);
const READING = new Set(["GET", "HEAD"]);
const KNOWN = new Set([...READING, "POST"]);

/** Refuses with the sentence of the code; every refusal outside tRPC has this shape. */
export function refuse(request: FastifyRequest, reply: FastifyReply, code: AppErrorCode): FastifyReply {
  const { status, sentence } = APP_ERRORS[code];
  return reply
    .status(status)
    .type("application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send({ code, httpStatus: status, message: sentence, requestId: request.id });
}

/** The host name of a Host header without its port, null when it is not one. */
function hostName(header: string | undefined): string | null {
  const match = /^(\[[\da-f:.]+\]|[a-z\d.-]+)(?::\d{1,5})?$/i.exec(header ?? "");
  return match?.[1]?.toLowerCase() ?? null;
}

function isOwnAddress(address: string | undefined): boolean {
  return address !== undefined && /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(address);
}

/** The origin under which a request may come; null when Soundings does not answer under its name. */
function originOf(listening: Listening, request: FastifyRequest): string | null {
  const host = request.headers.host?.toLowerCase();
  const { publicOrigin, tls } = listening;
  if (publicOrigin !== null && host === new URL(publicOrigin).host) return publicOrigin;
  const name = hostName(host);
  if (name === null || !OWN_NAMES.has(name)) return null;
  return `${tls === null ? "http" : "https"}://${host}`;
}

/** What proxies add to a request that they pass on. */
const FORWARDED = /^(?:x-forwarded-.+|forwarded|x-real-ip|via)$/;

function isForwarded({ headers }: FastifyRequest): boolean {
  return Object.keys(headers).some((name) => FORWARDED.test(name));
}

/**
 * Behind a proxy, only the proxy may bring requests, and only those that came to it over TLS; whoever reaches the port
 * itself, and is not on this machine, would speak in plain. A proxy on this machine can pass on any name, `localhost` too:
 * what it passes on is not the machine's own.
 */
function cameSafely(listening: Listening, request: FastifyRequest, origin: string): boolean {
  if (listening.transport !== "trusted_proxy") return true;
  const { remoteAddress } = request.socket;
  if (origin !== listening.publicOrigin && !isForwarded(request)) return isOwnAddress(remoteAddress);
  return isProxy(listening, remoteAddress) && request.headers["x-forwarded-proto"] === "https";
}

/**
 * Only pages of this site may ask. A foreign name in the Host header means that another site had its name resolve to this
 * machine (DNS rebinding); a foreign Origin means that another site's page is asking.
 */
export function guardAddresses(app: FastifyInstance, listening: Listening): void {
  app.addHook("onRequest", async (request, reply) => {
    const own = originOf(listening, request);
    if (own === null) return refuse(request, reply, "wrong_host");
    if (!cameSafely(listening, request, own)) return refuse(request, reply, "insecure_transport");
    if (!KNOWN.has(request.method)) return refuse(request, reply, "bad_request");
    const { origin } = request.headers;
    const foreign = origin !== undefined && origin !== own;
    const crossSite = request.headers["sec-fetch-site"] === "cross-site";
    // Every browser names the origin of what it posts; without it, a cookie must not speak for its owner.
    const unnamed = origin === undefined && request.headers.cookie !== undefined;
    if ((foreign || crossSite || unnamed) && !READING.has(request.method))
      return refuse(request, reply, "foreign_origin");
    return undefined;
  });
}
