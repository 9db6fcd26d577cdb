import type { CreateFastifyContextOptions } from "@trpc/server/adapters/fastify";
import type { FastifyRequest } from "fastify";

/** Requests that only ask. The method does not tell: pages ask by POST, so that no address holds what they ask for. */
const asking = new WeakSet<FastifyRequest>();

/** Whether a request to the procedures changes something, which no page does by itself. Notes those that only ask. */
export function isChange({ req, info }: Pick<CreateFastifyContextOptions, "req" | "info">): boolean {
  // Not `info.type`, which depends on how a body is sent.
  const changes = info.calls.some(({ procedure }) => procedure?._def.type === "mutation");
  if (!changes) asking.add(req);
  return changes && req.method === "POST";
}

/** Whether a request may have been the doing of a person, such as signing out: whatever is sent and does not only ask. */
export function mayBeADeed(request: FastifyRequest): boolean {
  return request.method === "POST" && !asking.has(request);
}
