import type { DuePage } from "@soundings/contract";
import { expect, it } from "vitest";
import { dueSentence, dueWords, overdueDays } from "./words.ts";

type Owed = DuePage["due"][number]["measures"][number];

const today = "2026-03-16" as DuePage["today"];
const owed = (dueOn: string, overdue: boolean): Owed => ({
  instrument: "phq-9",
  dueOn: dueOn as Owed["dueOn"],
  overdue,
});

it("says since when a measure is owed, and the days only of one that is overdue", () => {
  expect(dueWords(owed("2026-03-16", false), today)).toBe("due today");
  expect(dueWords(owed("2026-03-14", false), today)).toBe("due since Mar 14");
  expect(dueWords(owed("2026-03-02", true), today)).toBe("overdue since Mar 2");
  expect(overdueDays(owed("2026-03-14", false), today)).toBeNull();
  expect(overdueDays(owed("2026-03-02", true), today)).toBe(14);
});

it("counts patients, not measures, and leaves an empty list to its own words", () => {
  const patient = (...measures: Owed[]) => ({ measures }) as unknown as DuePage["due"][number];
  const page = (...due: DuePage["due"][number][]): DuePage => ({ today, programs: [], due });
  const late = patient(owed("2026-03-02", true), { ...owed("2026-03-02", true), instrument: "gad-7" });
  const now = patient(owed("2026-03-16", false));
  expect(dueSentence(page())).toBe("");
  expect(dueSentence(page(now))).toBe("1 patient owes a measure, not overdue.");
  expect(dueSentence(page(late))).toBe("1 patient owes a measure, overdue.");
  expect(dueSentence(page(late, now))).toBe("2 patients owe a measure, 1 of them overdue.");
  expect(dueSentence(page(now, now))).toBe("2 patients owe a measure, none of them overdue.");
});
