import { randomUUID } from "node:crypto";
import {
  type AppRouter,
  appErrorCodeOf,
  appRouter,
  type ChangeFeed,
  createContext,
  type Services,
} from "@soundings/api";
import { APP_ERRORS } from "@soundings/contract";
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Desk } from "../sign-in/desk.ts";
import { routeSignIn } from "../sign-in/routes/routes.ts";
import { isChange } from "./calls.ts";
import { guardAddresses, refuse } from "./guards.ts";
import { addHeaders, putHeaders } from "./headers.ts";
import type { Listening } from "./listening.ts";
import { describeError, logRequests } from "./logging.ts";
import { servePages } from "./pages.ts";
import { streamEvents } from "./stream.ts";

/** A mended row is the largest thing that a page sends. */
const BODY_LIMIT_BYTES = 4 << 20;
const MOST_IN_ONE_BATCH = 50;

interface AppParts {
  readonly services: Services;
  readonly feed: ChangeFeed;
  readonly logger: FastifyBaseLogger;
  /** Sign-ins, and who is signed in. */
  readonly desk: Desk;
  readonly listening: Listening;
  /** The folder of the built dashboard. */
  readonly pages: string;
}

/** The whole HTTP side, ready to listen; closing it ends its streams and nothing else. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { services, feed, logger, desk, listening, pages } = parts;
  const app = Fastify({
    // Node's own types ask for a server of one kind.
    https: listening.tls as null,
    // Whose address counts against guessing: the one that the proxy names, and nobody else's word.
    trustProxy: listening.proxyList.length > 0 ? [...listening.proxyList] : false,
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "request" }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    // Of an address that cannot be read, which no hook sees.
    frameworkErrors: (_error, request, reply) => {
      putHeaders(listening, request, reply);
      refuse(request, reply, "bad_request");
    },
    routerOptions: { maxParamLength: 5_000 },
  });
  addHeaders(app, listening);
  guardAddresses(app, listening);
  logRequests(app);
  app.setErrorHandler((error, request, reply) => {
    const code = appErrorCodeOf(error);
    if (code === "unexpected") request.log.error(describeError(error), "failed");
    return refuse(request, reply, code);
  });
  app.get("/healthz", async () => ({ ok: true, version: services.version }));
  routeSignIn(app, desk);
  streamEvents(app, services, feed, desk.who);
  await app.register(fastifyTRPCPlugin, {
    prefix: "/trpc",
    trpcOptions: {
      router: appRouter,
      // Pages send what they ask for as a body: an address stands in the logs of a proxy.
      allowMethodOverride: true,
      createContext: ({ req, info }) => {
        const present = desk.who.of(req.headers.cookie);
        // A query may be a page looking again by itself; only a change is surely a person's.
        const changes = isChange({ req, info });
        if (present !== null && changes) desk.who.moved(present);
        return createContext(services, req.id, desk.who.signedIn(present));
      },
      maxBatchSize: MOST_IN_ONE_BATCH,
      onError: ({ error, path, req }) => {
        const code = appErrorCodeOf(error);
        // What was to be expected, such as a form that another changed meanwhile, is no fault of the server.
        if (APP_ERRORS[code].status < 500) req.log.info({ path, code }, "refused");
        else req.log.error({ path, code, ...describeError(error) }, "failed");
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>["trpcOptions"],
  });
  await servePages(app, pages);
  return app;
}
