import { existsSync } from "node:fs";
import { join } from "node:path";
import serveFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "./guards.ts";

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Soundings</title>
<h1>The pages have not been built</h1>
<p>The server runs and the records are safe. Stop it, run <code>pnpm build</code> in the project, and start it again.</p>`;

/** A page is asked for by a person: HTML is accepted and the last part of the path names no file. */
function asksForPage(request: FastifyRequest): boolean {
  const path = request.url.split("?", 1)[0] ?? "";
  const last = path.slice(path.lastIndexOf("/") + 1);
  const accepts = request.headers.accept ?? "*/*";
  const own = /^\/(trpc|auth|events|healthz|assets)(\/|$)/.test(path);
  const file = /\.(js|css|map|svg|png|ico|woff2?|json|txt|webmanifest)$/i.test(last);
  return request.method === "GET" && !own && !file && /text\/html|\*\/\*/.test(accepts);
}

/**
 * The built dashboard: hashed assets are kept by the browser for good, the page itself never is, and every address that
 * names no file is the page, whose own router reads it.
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, "index.html"));
  if (built) {
    await app.register(serveFiles, {
      root: folder,
      index: false,
      cacheControl: false,
      dotfiles: "deny",
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(folder, "assets"));
        reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  const page = (reply: FastifyReply) =>
    built ? reply.sendFile("index.html") : reply.status(503).type("text/html; charset=utf-8").send(NOT_BUILT);
  app.get("/", (_request, reply) => page(reply));
  app.setNotFoundHandler((request, reply) =>
    asksForPage(request) ? page(reply.status(200)) : refuse(request, reply, "not_found"),
  );
}
