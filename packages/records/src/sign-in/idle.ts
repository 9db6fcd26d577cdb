import type { Instant } from "@soundings/clinical";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import { saveSetting, setting } from "../store/site.ts";
import type { ReadStore, Store } from "../store/store.ts";

export const IDLE_MINUTES = { least: 5, usual: 15, most: 30 } as const;

/** Minutes without anything done after which a sign-in ends. */
export function idleMinutesOf({ reader }: ReadStore): number {
  const stored = Number(setting(reader, "idle_minutes") ?? IDLE_MINUTES.usual);
  return Number.isInteger(stored)
    ? Math.min(Math.max(stored, IDLE_MINUTES.least), IDLE_MINUTES.most)
    : IDLE_MINUTES.usual;
}

/** Sets the minutes, 5 to 30; a change is entered in the audit. */
export function saveIdleMinutes(store: Store, actor: Actor, minutes: number, now: Instant): void {
  const { writer } = store;
  writer.actInTime(() => {
    const before = idleMinutesOf({ ...store, reader: writer });
    if (before === minutes) return;
    saveSetting(writer, "idle_minutes", String(minutes));
    const detail = { setting: "idle_minutes", before, after: minutes };
    appendAudit(writer, actor, { event: "setting_changed", detail }, now);
  });
}
