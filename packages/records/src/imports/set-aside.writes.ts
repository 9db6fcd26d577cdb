import type { Instant } from "@soundings/clinical";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import type { SetAsideState } from "./imports.table.ts";

/** Who settled a set-aside row, and when. */
export interface Settlement {
  readonly by: string;
  readonly at: Instant;
}

function settle(writer: WriteConnection, id: number, state: SetAsideState, { by, at }: Settlement): boolean {
  const changed = writer.run(
    writer.change
      .updateTable("set_aside_rows")
      .set({ state, resolved_at: at, resolved_by: by })
      .where("id", "=", id)
      .where("state", "=", "open"),
  );
  return changed > 0;
}

/** The mended row went in: in the transaction that ends its import. */
export function settleMended(
  writer: WriteConnection,
  id: number,
  settlement: Settlement & { readonly actor: Actor },
): void {
  settle(writer, id, "retried", settlement);
  appendAudit(writer, settlement.actor, { event: "set_aside_mended", detail: { id: String(id) } });
}

/**
 * Takes an open set-aside row off the list: it will not be taken in. False when there is none with that id, or somebody
 * settled it in the meantime. The entry in the audit is the caller's, in the same transaction.
 */
export function dismissSetAside(store: Store, id: string, settlement: Settlement): boolean {
  return store.writer.act(() => settle(store.writer, Number(id), "dismissed", settlement));
}
