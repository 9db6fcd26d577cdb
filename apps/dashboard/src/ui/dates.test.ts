import { expect, it } from "vitest";
import { dateWords } from "./dates.ts";

it("leaves the year out only when it is that of the page", () => {
  expect(dateWords("2026-03-04", "2026-12-31")).toBe("Mar 4");
  expect(dateWords("2025-12-31", "2026-01-01")).toBe("Dec 31, 2025");
  expect(dateWords("2026-03-04")).toBe("Mar 4, 2026");
});

it("shows text that is no date as it stands", () => {
  expect(dateWords("soon")).toBe("soon");
});
