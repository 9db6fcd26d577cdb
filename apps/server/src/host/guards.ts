import { APP_ERRORS, type AppErrorCode } from "@soundings/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const OWN_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);
const READING = new Set(["GET", "HEAD"]);

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

/**
 * Only pages of this machine may ask. A foreign name in the Host header means that another site had its name resolve to
 * this machine (DNS rebinding); a foreign Origin means that another site's page is asking.
 */
export function guardAddresses(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    const name = hostName(request.headers.host);
    if (name === null || !OWN_NAMES.has(name)) return refuse(request, reply, "wrong_host");
    const { origin } = request.headers;
    const foreign = origin !== undefined && origin !== `http://${request.headers.host}`;
    const crossSite = request.headers["sec-fetch-site"] === "cross-site";
    // Every browser names the origin of a change; without it, a cookie must not speak for its owner.
    const unnamed = origin === undefined && request.headers.cookie !== undefined;
    if ((foreign || crossSite || unnamed) && !READING.has(request.method))
      return refuse(request, reply, "foreign_origin");
    return undefined;
  });
}
