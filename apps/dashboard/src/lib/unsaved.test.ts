import { expect, it } from "vitest";
import { unsaved } from "./unsaved.ts";

it("holds until every form has let go, each on its own", () => {
  const first = unsaved.hold();
  const second = unsaved.hold();
  first();
  first();
  expect(unsaved.any()).toBe(true);
  second();
  expect(unsaved.any()).toBe(false);
});

it("holds nothing back any more once the page is left for good", () => {
  unsaved.hold();
  unsaved.forget();
  expect(unsaved.any()).toBe(false);
});
