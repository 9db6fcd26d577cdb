import { afterEach, beforeEach, expect, it } from "vitest";
import { CLINIC, newStore, take } from "../example-clinic.fixture.ts";
import type { Store } from "../store/store.ts";
import { readLastChange } from "./last-change.reads.ts";

let store: Store;
beforeEach(() => {
  store = newStore();
});
afterEach(() => store.close());

it("is the latest change of a patient of the programs, and nothing before there is one", async () => {
  expect(readLastChange(store.reader, ["IOP-DAY"])).toBeNull();
  await take(store, CLINIC);
  const changes = store.reader.all(
    store.reader.query.selectFrom("changes").selectAll().where("kind", "=", "records"),
  );
  expect(changes.length).toBeGreaterThan(0);
  const times = changes.map(({ at }) => at).sort();
  expect(readLastChange(store.reader, ["IOP-DAY", "IOP-EVE"])).toBe(times.at(-1));
});

it("knows nothing of other programs", async () => {
  await take(store, CLINIC);
  expect(readLastChange(store.reader, ["NO-SUCH"])).toBeNull();
});
