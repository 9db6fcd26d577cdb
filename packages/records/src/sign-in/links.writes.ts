import { createHash, randomBytes } from "node:crypto";
import { type Instant, instantFromMs, instantToMs } from "@soundings/clinical";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import { tellOfWayIn } from "../notices/notices.writes.ts";
import { uuidAt } from "../store/batch-id.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import type { LinkKind } from "./links.reads.ts";

const HOUR_MS = 3_600_000;
/** How long a link works: an invitation a week, a lost password a day. */
const LASTS_MS: Readonly<Record<LinkKind, number>> = { invite: 7 * 24 * HOUR_MS, reset: 24 * HOUR_MS };
const SECRET_BYTES = 32;

/** A link that was just made: the only moment at which its secret is known. */
export interface MadeLink {
  readonly linkId: string;
  /** `/link#` and the secret. What stands after # is sent to no server, so no log of a server or a proxy has it. */
  readonly path: string;
  readonly expiresAt: Instant;
}

/** The form in which the secret of a link is kept: its SHA-256 as hexadecimal text. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function replaceEarlier(writer: WriteConnection, personId: string, now: Instant): number {
  return writer.run(
    writer.change
      .updateTable("links")
      .set({ replaced_at: now })
      .where("person_id", "=", personId)
      .where("used_at", "is", null)
      .where("replaced_at", "is", null),
  );
}

/**
 * Makes a one-time link with which a person chooses a password. Earlier links of the person that were not used stop
 * working. Entered in the audit with the id of the link, never its secret. Joins a transaction that is open.
 */
export function makeLink(
  { writer }: Store,
  actor: Actor,
  { personId, kind }: { readonly personId: string; readonly kind: LinkKind },
  now: Instant,
): MadeLink {
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const linkId = uuidAt(now);
  const expiresAt = instantFromMs(instantToMs(now) + LASTS_MS[kind]);
  writer.actInTime(() => {
    const replaced = replaceEarlier(writer, personId, now);
    writer.run(
      writer.change.insertInto("links").values({
        link_id: linkId,
        person_id: personId,
        kind,
        token_hash: hashOfSecret(secret),
        created_at: now,
        created_by: actor.personId ?? actor.name,
        expires_at: expiresAt,
        used_at: null,
        replaced_at: null,
      }),
    );
    const detail = { personId, linkId, kind, expiresAt, replaced };
    if (kind === "reset") tellOfWayIn(writer, actor, { personId, kind: "link_made" }, now);
    appendAudit(writer, actor, { event: "link_made", detail }, now);
  });
  return { linkId, path: `/link#${secret}`, expiresAt };
}
