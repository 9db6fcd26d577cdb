import { LEVEL_NODES } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { linkSet } from "./figures.ts";
import { daysWords, middleHalf, narrowInterval, nodeName, stageOf } from "./words.ts";

describe("a step through levels", () => {
  it("is how a stay began, a move inside it, or its end", () => {
    expect(stageOf({ from: "community", to: "iop" })).toBe("came");
    expect(stageOf({ from: "from_php", to: "still_here" })).toBe("came");
    expect(stageOf({ from: "php", to: "iop" })).toBe("moved");
    expect(stageOf({ from: "iop", to: "to_op" })).toBe("went");
    expect(stageOf({ from: "iop", to: "unknown_out" })).toBe("went");
  });

  it("has a name of its own at each place, so that another stay is not read as this one", () => {
    expect(new Set(LEVEL_NODES.map(nodeName)).size).toBe(LEVEL_NODES.length);
  });

  it("leads to its patients; what is no ribbon leads nowhere", () => {
    expect(linkSet("moved/php/iop")).toEqual({ of: "moved", from: "php", to: "iop" });
    expect(linkSet("php")).toBeNull();
    expect(linkSet("discharged")).toBeNull();
  });
});

describe("days at a level", () => {
  const stay = { level: "iop", n: 4, median: 42.5, lowerQuartile: 28, upperQuartile: 61.25 } as const;

  it("are whole where they are whole", () => {
    expect(daysWords(42)).toBe("42");
    expect(daysWords(42.5)).toBe("42.5");
    expect(daysWords(null)).toBe("no data");
  });

  it("are said with the middle half", () => {
    expect(middleHalf(stay)).toBe("28 to 61.3");
    expect(middleHalf({ ...stay, upperQuartile: null })).toBe("no data");
  });
});

describe("an interval of something rare", () => {
  it("keeps its width", () => {
    expect(narrowInterval(0, 0.00311)).toBe("0–0.3\u00a0%");
    expect(narrowInterval(0.0033, 0.0141)).toBe("0.3–1.4\u00a0%");
    expect(narrowInterval(0.4, 0.5)).toBe("40–50\u00a0%");
    expect(narrowInterval(null, null)).toBeNull();
  });
});
