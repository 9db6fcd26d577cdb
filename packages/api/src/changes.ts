import type { ServerEvent } from "@soundings/contract";
import { type Change, changesSince, latestChange } from "@soundings/records";
import type { Services } from "./services.ts";

/** Short enough that a write of another process shows well within two seconds. */
const LOOK_EVERY_MS = 300;
/** More patients than this are not listed: every page looks again. */
const MOST_PATIENTS = 200;

type Changed = Extract<ServerEvent, { type: "changed" }>;

/** News before it is known who hears it; a notice names the people whom it is for. */
export type News =
  | Exclude<ServerEvent, { type: "notice" }>
  | { readonly type: "notice"; readonly personIds: readonly string[] };

/**
 * What was written, by this process or another, told to whoever listens. It names every patient: what a person hears of it
 * is for `forPerson` to say.
 */
export interface ChangeFeed {
  subscribe(listener: (event: News) => void): () => void;
  /** The number of the last change that was told. */
  latest(): number;
  /** What a page that last saw change `seen` has missed; null when nothing. */
  since(seen: number): Changed | null;
  hello(): ServerEvent;
  announce(event: News): void;
  close(): void;
}

function isOfRecords({ kind }: Change): boolean {
  return kind !== "notice";
}

/**
 * Looks for new changes a few times a second: the database is the only thing that two processes share.
 * `failed` hears of a look that could not be made; the next one finds what it missed.
 */
export function createChangeFeed(services: Services, failed: (error: unknown) => void): ChangeFeed {
  const { store } = services;
  const listeners = new Set<(event: News) => void>();
  let told = latestChange(store);

  const announce = (event: News) => {
    for (const listener of listeners) listener(event);
  };
  const changedSince = (seen: number): Changed | null => {
    const change = latestChange(store);
    if (change === seen) return null;
    // A lower number is another database in the same place, such as a restored backup: everything may differ.
    if (change < seen) return { type: "changed", change, patientIds: null };
    const patients = new Set<string>();
    let ended: Pick<Changed, "imported"> = {};
    for (const { patientId, kind } of changesSince(store, seen).filter(isOfRecords)) {
      if (kind === "import") {
        ended = { imported: true };
        continue;
      }
      if (patientId === null || patients.size === MOST_PATIENTS)
        return { type: "changed", change, patientIds: null };
      patients.add(patientId);
    }
    return { type: "changed", change, patientIds: [...patients], ...ended };
  };
  const noticesSince = (seen: number): readonly string[] => {
    const notices = changesSince(store, seen).filter((change) => !isOfRecords(change));
    return [...new Set(notices.flatMap(({ patientId }) => patientId ?? []))];
  };
  const look = () => {
    try {
      const event = changedSince(told);
      if (event === null) return;
      const personIds = event.change < told ? [] : noticesSince(told);
      told = event.change;
      const ofNothingElse = event.patientIds?.length === 0 && event.imported !== true;
      if (personIds.length === 0 || !ofNothingElse) announce(event);
      if (personIds.length > 0) announce({ type: "notice", personIds });
    } catch (error) {
      failed(error);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    latest: () => told,
    since: changedSince,
    hello: () => ({ type: "hello", today: services.today(), version: services.version, change: told }),
    announce,
    close: () => clearInterval(timer),
  };
}
