import { expect, test } from "vitest";
import { fitOf } from "./fit.ts";

test("what fits stays as it is, what does not is set smaller until it does, and never past reading", () => {
  expect(fitOf(600)).toBe(1);
  expect(fitOf(928)).toBe(1);
  const tall = 1100;
  expect(fitOf(tall)).toBeLessThan(1);
  expect(tall * fitOf(tall)).toBeLessThanOrEqual(928);
  expect(fitOf(5000)).toBe(0.7);
});
