import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { type DestinationStream, destination, pino } from "pino";

export const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * One line of JSON an event, on standard error. Lines hold routes, states and request ids: never an address with its
 * values, a name, a score or the message of an unexpected error, since each may carry what a patient is known by.
 */
export function createLogger(level: LogLevel, stream: DestinationStream = destination(2)): FastifyBaseLogger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
}

/** What may be said of an error: its kind, its code and where it was thrown; not its message. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return {
    kind: error.name,
    code: "code" in error ? error.code : undefined,
    at: at.map((line) => line.trim()),
    ...cause,
  };
}

/** One line a request, under the route's pattern instead of the address. */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.info(line, "answered");
  });
}
