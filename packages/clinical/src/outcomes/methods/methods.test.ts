import { describe, expect, it } from "vitest";
import { CONTROL } from "../../statistics/control-chart.ts";
import { LEAST_CLOSED } from "../comparison/least-closed.ts";
import { TOGETHER } from "../group-moves/group-moves.ts";
import { METHODS, type MethodId } from "./methods.ts";

function textOf(id: MethodId): string {
  const method = METHODS.find((one) => one.id === id);
  return `${method?.words} ${method?.formula}`;
}

describe("the methods", () => {
  it("have names of their own and say everything", () => {
    expect(new Set(METHODS.map(({ id }) => id)).size).toBe(METHODS.length);
    for (const { name, words, formula, source, version } of METHODS) {
      for (const text of [name, words, formula, source]) {
        expect(text.length).toBeGreaterThan(5);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(version).toBeGreaterThanOrEqual(1);
    }
  });

  it("name the numbers that compute them", () => {
    expect(textOf("wilson")).toContain("z = 1.959964");
    expect(textOf("funnel")).toContain("1.959964 and 3.090232");
    expect(textOf("overdispersion")).toContain("10 %");
    expect(textOf("overdispersion")).toContain("0.1 and 0.9");
    expect(textOf("comparison")).toContain(`${LEAST_CLOSED} or more closed episodes`);
    expect(textOf("adjustment")).toContain(
      "fewer than 20 events or 20 episodes without one (10 a covariate)",
    );
    expect(textOf("p-chart")).toContain(`± ${CONTROL.errors} √`);
    expect(textOf("xmr-chart")).toContain("2.66");
    expect(textOf("rule-marks")).toContain("7 points running");
    expect(textOf("rule-marks")).toContain("6 rises or falls");
    expect(textOf("group-moves")).toContain(`${TOGETHER.patients} or more patients`);
    expect(textOf("group-moves")).toContain("2 of 3 moved the same way");
    expect(textOf("kaplan-meier")).toContain("30, 60 and 90 days");
    expect(textOf("returns")).toContain("30 and 90 days");
  });
});
