import { expect, it } from "vitest";
import { CLINIC, newStore, take } from "../example-clinic.fixture.ts";
import { openStore } from "../store/open.ts";
import { appendChanges, changesSince, latestChange } from "./changes.ts";

it("numbers what was written, also by another process", async () => {
  const store = newStore();
  const reader = openStore({ dataDir: store.dataDir, access: "read" });
  expect(latestChange(reader)).toBe(0);
  await take(store, CLINIC);
  expect(latestChange(reader)).toBe(4);
  expect(changesSince(reader, 0).map(({ patientId }) => patientId)).toEqual([null, "P-1", "P-2", null]);
  expect(changesSince(reader, 2).map(({ seq }) => seq)).toEqual([3, 4]);
  expect(changesSince(reader, 4)).toEqual([]);
  reader.close();
  store.close();
});

it("tells a reader that is too far behind that everything may differ", () => {
  const store = newStore();
  store.writer.act(() => appendChanges(store.writer, ["P-1", "P-2", "P-3"], "records"));
  store.writer.exec("delete from changes where seq < 3");
  expect(changesSince(store, 1).map(({ patientId }) => patientId)).toEqual([null, "P-3"]);
  expect(changesSince(store, 2).map(({ patientId }) => patientId)).toEqual(["P-3"]);
  store.close();
});
