import type { CalendarDate } from "@soundings/clinical";
import type { ServerEvent } from "@soundings/contract";
import { describe, expect, it } from "vitest";
import { newsOf, together } from "./live.ts";

const today = "2026-03-16" as CalendarDate;
const seen = { version: "1", today, change: 7 };
type Hello = Extract<ServerEvent, { type: "hello" }>;
const hello = (over: Partial<Hello> = {}): Hello => ({
  type: "hello",
  ...seen,
  ...over,
});

describe("news of a message", () => {
  it("is nothing when a stream opens for the first time, or again where it was", () => {
    expect(newsOf(hello(), null)).toBeNull();
    expect(newsOf(hello(), seen)).toBeNull();
  });

  it("is everything when something was written, or a day passed, while the stream was broken", () => {
    expect(newsOf(hello({ change: 8 }), seen)).toEqual({ type: "all" });
    expect(newsOf(hello({ today: "2026-03-17" as CalendarDate }), seen)).toEqual({ type: "all" });
  });

  it("is a new page when the server is another version", () => {
    expect(newsOf(hello({ version: "2", change: 8 }), seen)).toEqual({ type: "reload" });
  });

  it("is the patients who were touched, or everything when they are too many to list", () => {
    expect(newsOf({ type: "changed", change: 8, patientIds: ["p1", "p2"] }, seen)).toEqual({
      type: "patients",
      ids: new Set(["p1", "p2"]),
    });
    expect(newsOf({ type: "changed", change: 8, patientIds: null }, seen)).toEqual({ type: "all" });
  });

  it("is everything when the day changes", () => {
    expect(newsOf({ type: "day", today }, seen)).toEqual({ type: "all" });
  });
});

describe("two pieces of news as one", () => {
  const one = { type: "patients", ids: new Set(["p1"]) } as const;
  const two = { type: "patients", ids: new Set(["p2"]) } as const;
  const all = { type: "all" } as const;
  const reload = { type: "reload" } as const;

  it("loses nobody, and lets the larger one stand", () => {
    expect(together(null, one)).toBe(one);
    expect(together(one, two)).toEqual({ type: "patients", ids: new Set(["p1", "p2"]) });
    expect(together(one, all)).toBe(all);
    expect(together(all, one)).toBe(all);
    expect(together(reload, all)).toBe(reload);
    expect(together(all, reload)).toBe(reload);
  });
});
