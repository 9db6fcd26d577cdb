import { untilFree } from "@soundings/api";
import { SIGN_IN_PATHS } from "@soundings/contract";
import type { FastifyInstance } from "fastify";
import type { Desk } from "../desk.ts";
import { routeEntry } from "./entry.ts";
import { routeFactors } from "./factors.ts";
import { routeLinks } from "./links.ts";
import { routePasskeys } from "./passkeys.ts";
import { routeProvider } from "./provider.ts";

/** Far more than an authenticator's answer, and too little to be a burden. */
const BODY_LIMIT_BYTES = 64 << 10;

/** Everything under /auth. */
export function routeSignIn(app: FastifyInstance, desk: Desk): void {
  app.addHook("onRoute", (route) => {
    if (route.path.startsWith("/auth/")) route.bodyLimit = BODY_LIMIT_BYTES;
  });
  // The library writes without waiting long: while an import holds the database, nobody is turned away who could wait.
  app.addHook("preHandler", async (request) => {
    // Who leaves must lose the cookie in any case, and so waits after that.
    if (request.url === SIGN_IN_PATHS.signOut) return;
    if (request.method === "POST" && request.url.startsWith("/auth/"))
      await untilFree(desk.services.store.writer);
  });
  routeEntry(app, desk);
  routeLinks(app, desk);
  routeFactors(app, desk);
  routePasskeys(app, desk);
  routeProvider(app, desk);
}
