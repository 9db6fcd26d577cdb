import type { ServerResponse } from "node:http";
import { type ChangeFeed, forPerson, type Services } from "@soundings/api";
import type { ServerEvent } from "@soundings/contract";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Present, Who } from "../sign-in/who.ts";
import { mayBeADeed } from "./calls.ts";
import { refuse } from "./guards.ts";

/** A browser opens one stream a tab; each costs a socket, and nobody's may shut others out. */
const MOST_OF_A_PERSON = 12;
const MOST_STREAMS = 1_000;
/** A page that does not read is dropped before it fills memory; it reconnects and resumes. */
const MOST_UNREAD_BYTES = 1 << 20;
const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 1_000;
/** So soon a page learns that its sign-in has ended by what happened elsewhere, such as a disabled account. */
const LOOK_AGAIN_MS = 2_000;

function frame(event: ServerEvent, latest: number): string {
  const id = "change" in event ? event.change : latest;
  return `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** The number of the last change that the page saw, null when it has seen none. */
function lastSeen(header: string | string[] | undefined): number | null {
  return typeof header === "string" && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** Begins an answer that does not end by itself. */
function begin(reply: FastifyReply): ServerResponse {
  const response = reply.raw;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) response.setHeader(name, value);
  }
  response.setHeader("content-type", "text/event-stream; charset=utf-8");
  response.writeHead(200);
  return response;
}

/**
 * Server-sent events at `/events`: when the day turned and what was written of whom a person may see, to every open page of
 * somebody who is signed in. When the sign-in ends, by whatever cause, the page is told and its stream closes.
 */
export function streamEvents(app: FastifyInstance, services: Services, feed: ChangeFeed, who: Who): void {
  const open = new Map<ServerResponse, Present>();
  const send = (response: ServerResponse, text: string) => {
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    else response.write(text);
  };
  /** Ends the streams of sign-ins that have ended. */
  const look = () => {
    for (const [response, present] of open) {
      const now = who.again(present);
      if (now !== null) {
        open.set(response, now);
        continue;
      }
      open.delete(response);
      response.end(frame({ type: "signed_out" }, feed.latest()));
    }
  };
  const unsubscribe = feed.subscribe((event) => {
    look();
    for (const [response, { person }] of open) {
      const heard = forPerson(services, person, event);
      if (heard !== null) send(response, frame(heard, feed.latest()));
    }
  });
  const heartbeat = setInterval(() => {
    for (const response of open.keys()) send(response, ": still here\n\n");
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const again = setInterval(look, LOOK_AGAIN_MS);
  again.unref();
  // Whatever ends a sign-in at the hands of a person is such a request.
  app.addHook("onResponse", async (request) => {
    if (mayBeADeed(request)) look();
  });

  app.get("/events", (request, reply) => {
    const present = who.of(request.headers.cookie);
    if (present === null) return refuse(request, reply, "signed_out");
    if (who.signedIn(present)?.secondFactorMet !== true)
      return refuse(request, reply, "second_factor_needed");
    const isOwn = ({ person }: Present) => person.personId === present.person.personId;
    const own = [...open.values()].filter(isOwn).length;
    if (own >= MOST_OF_A_PERSON || open.size >= MOST_STREAMS)
      return refuse(request, reply, "too_many_streams");
    const seen = lastSeen(request.headers["last-event-id"]);
    reply.hijack();
    const response = begin(reply);
    response.on("close", () => open.delete(response));
    open.set(response, present);
    const since = seen === null ? null : feed.since(seen);
    const missed = since === null ? null : forPerson(services, present.person, since);
    response.write(`retry: ${RECONNECT_MS}\n\n${frame(feed.hello(), feed.latest())}`);
    if (missed !== null) send(response, frame(missed, feed.latest()));
    return reply;
  });

  app.addHook("preClose", async () => {
    clearInterval(heartbeat);
    clearInterval(again);
    unsubscribe();
    for (const response of open.keys()) response.end();
    open.clear();
  });
}
