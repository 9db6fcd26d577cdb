import { expect, it } from "vitest";
import { problemOf } from "./problem.ts";

it("says what the server said, with the number of the request", () => {
  const problem = problemOf({ data: { code: "disk_full", httpStatus: 507, requestId: "r-1" } });
  expect(problem.title).toBe("The disk of this machine is full.");
  expect(problem.text).toMatch(/^Nothing was changed .* Make room/);
  expect(problem.requestId).toBe("r-1");
});

it("says that the server does not answer when there was no answer, or none that it would give", () => {
  const silent = problemOf(new TypeError("Failed to fetch"));
  expect(silent.title).toBe("The server does not answer.");
  expect(silent.requestId).toBeNull();
  expect(silent.text).toContain("may have been made all the same");
  expect(silent.text).not.toContain("Nothing was changed");
  expect(problemOf({ data: { code: "made_up", httpStatus: 500, requestId: "r" } })).toEqual(silent);
});
