import { expect, it } from "vitest";
import { datesInWords, dateWords } from "./dates.ts";

it("leaves the year out only when it is that of the page", () => {
  expect(dateWords("2026-03-04", "2026-12-31")).toBe("Mar 4");
  expect(dateWords("2025-12-31", "2026-01-01")).toBe("Dec 31, 2025");
  expect(dateWords("2026-03-04")).toBe("Mar 4, 2026");
});

it("shows text that is no date as it stands", () => {
  expect(dateWords("soon")).toBe("soon");
});

it("puts the dates of a sentence in words and leaves everything else", () => {
  const sentence = "PHQ-9 14 → 21 on 2026-03-14, first on 2025-12-30; record 2026-03-145";
  expect(datesInWords(sentence, "2026-03-16")).toBe(
    "PHQ-9 14 → 21 on Mar 14, first on Dec 30, 2025; record 2026-03-145",
  );
});
