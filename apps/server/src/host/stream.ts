import type { ServerResponse } from "node:http";
import type { ChangeFeed } from "@soundings/api";
import type { ServerEvent } from "@soundings/contract";
import type { FastifyInstance } from "fastify";
import { refuse } from "./guards.ts";

/** A browser opens one stream a tab; more than this is a fault, and each costs a socket. */
const MOST_STREAMS = 200;
/** A page that does not read is dropped before it fills memory; it reconnects and resumes. */
const MOST_UNREAD_BYTES = 1 << 20;
const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 1_000;

function frame(event: ServerEvent, latest: number): string {
  const id = "change" in event ? event.change : latest;
  return `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** The number of the last change that the page saw, null when it has seen none. */
function lastSeen(header: string | string[] | undefined): number | null {
  return typeof header === "string" && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** Server-sent events at `/events`: what was written and when the day turned, to every open page. */
export function streamEvents(app: FastifyInstance, feed: ChangeFeed): void {
  const open = new Set<ServerResponse>();
  const send = (response: ServerResponse, text: string) => {
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    else response.write(text);
  };
  const unsubscribe = feed.subscribe((event) => {
    const text = frame(event, feed.latest());
    for (const response of open) send(response, text);
  });
  const heartbeat = setInterval(() => {
    for (const response of open) send(response, ": still here\n\n");
  }, HEARTBEAT_MS);
  heartbeat.unref();

  app.get("/events", (request, reply) => {
    if (open.size >= MOST_STREAMS) return refuse(request, reply, "too_many_streams");
    const seen = lastSeen(request.headers["last-event-id"]);
    reply.hijack();
    const response = reply.raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.setHeader("content-type", "text/event-stream; charset=utf-8");
    response.writeHead(200);
    response.on("close", () => open.delete(response));
    open.add(response);
    const missed = seen === null ? null : feed.since(seen);
    response.write(`retry: ${RECONNECT_MS}\n\n${frame(feed.hello(), feed.latest())}`);
    if (missed !== null) send(response, frame(missed, feed.latest()));
    return reply;
  });

  app.addHook("preClose", async () => {
    clearInterval(heartbeat);
    unsubscribe();
    for (const response of open) response.end();
    open.clear();
  });
}
