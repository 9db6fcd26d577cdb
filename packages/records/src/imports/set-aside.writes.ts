import type { Instant } from "@soundings/clinical";
import type { Store } from "../store/store.ts";

/** How a set-aside row was settled, by whom and when. */
export interface Settlement {
  /** `retried`: a mended row went in; `dismissed`: it will not be taken in. */
  readonly state: "retried" | "dismissed";
  readonly by: string;
  readonly at: Instant;
}

/** Settles an open set-aside row. False when there is none with that id, or somebody settled it in the meantime. */
export async function resolveSetAside(store: Store, id: string, settlement: Settlement): Promise<boolean> {
  const { writer } = store;
  return writer.act(() => {
    const changed = writer.run(
      writer.change
        .updateTable("set_aside_rows")
        .set({ state: settlement.state, resolved_at: settlement.at, resolved_by: settlement.by })
        .where("id", "=", Number(id))
        .where("state", "=", "open"),
    );
    return changed > 0;
  });
}
