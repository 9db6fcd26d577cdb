import { expect, it } from "vitest";
import { plannedWeeks } from "./planned-weeks.ts";

it("says what is planned, as far as it is known", () => {
  const planned = (min: number | null, max: number | null) =>
    plannedWeeks({ plannedWeeksMin: min, plannedWeeksMax: max });
  expect(planned(8, 12)).toBe("8–12");
  expect(planned(8, 8)).toBe("8");
  expect(planned(8, null)).toBe("8 or more");
  expect(planned(null, 12)).toBe("up to 12");
  expect(planned(null, null)).toBeNull();
});
