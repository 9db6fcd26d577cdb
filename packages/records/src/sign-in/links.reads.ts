import type { Instant } from "@soundings/clinical";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";

/** What a one-time link is for: a first password, or a new one. */
export type LinkKind = "invite" | "reset";

/** A link that works: whose it is and until when. */
export interface UsableLink {
  readonly linkId: string;
  readonly personId: string;
  readonly kind: LinkKind;
  readonly expiresAt: Instant;
}

export function linkQuery(connection: ReadConnection, hash: string, now: Instant) {
  return connection.query
    .selectFrom("links as l")
    .innerJoin("people as p", "p.person_id", "l.person_id")
    .select(["l.link_id", "l.person_id", "l.kind", "l.expires_at"])
    .where("l.token_hash", "=", hash)
    .where("l.used_at", "is", null)
    .where("l.replaced_at", "is", null)
    .where("l.expires_at", ">", now)
    .where("p.disabled_at", "is", null);
}

/** The link of a secret's hash, null when it was used or replaced, has expired, never was, or its person is disabled. */
export function usableLink({ reader }: ReadStore, hash: string, now: Instant): UsableLink | null {
  const found = reader.first(linkQuery(reader, hash, now));
  return found === undefined
    ? null
    : {
        linkId: found.link_id,
        personId: found.person_id,
        kind: found.kind,
        expiresAt: found.expires_at,
      };
}
