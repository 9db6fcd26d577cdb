import { expect, it } from "vitest";
import { counted, signed } from "./numbers.ts";

it("signs a change with a real minus and leaves zero alone", () => {
  expect([signed(7), signed(-3), signed(0)]).toEqual(["+7", "−3", "0"]);
});

it("counts one and many", () => {
  expect([counted(1, "row"), counted(0, "row"), counted(2500, "row")]).toEqual([
    "1 row",
    "0 rows",
    "2,500 rows",
  ]);
});
