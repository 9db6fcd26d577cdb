import { RULES } from "@soundings/clinical";
import { APP_ERRORS } from "@soundings/contract";
import { StoreError } from "@soundings/records";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clinic, openClinic, TODAY } from "../clinic.fixture.ts";
import { AppError, appErrorCodeOf } from "../errors.ts";
import { createRecent } from "../recent.ts";
import { sentenceOf } from "../sentence.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

describe("what pages take their words from", () => {
  it("lists every rule with thresholds, source and review date", async () => {
    const { rules } = await clinic.caller.rules.list();
    expect(rules.map((rule) => rule.rule)).toEqual(RULES.map((rule) => rule.id));
    const attendance = rules.find((rule) => rule.rule === "low-attendance");
    expect(attendance).toMatchObject({
      houseThreshold: true,
      safety: false,
      kind: "review",
      urgency: "this_week",
    });
    expect(attendance?.thresholds.some(({ value }) => Array.isArray(value))).toBe(true);
  });

  it("gives the instruments in both languages", async () => {
    const { instruments } = await clinic.caller.instruments.list();
    expect(instruments.map((one) => [one.id, one.texts.en.items.length, one.texts.es.items.length])).toEqual([
      ["phq-9", 9, 9],
      ["gad-7", 7, 7],
    ]);
  });

  it("says what the site is", async () => {
    expect(await clinic.caller.site.info()).toEqual({
      purpose: "real",
      today: TODAY,
      zone: "America/Los_Angeles",
      version: "0.0.0",
      ruleSet: "1",
    });
  });
});

describe("which expected failure an error is", () => {
  it.each([
    [new AppError("no_such_patient"), "no_such_patient"],
    [new StoreError("locked", "x"), "busy"],
    [new StoreError("disk_full", "x"), "disk_full"],
    [new StoreError("corrupt", "x"), "database_unusable"],
    [new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new AppError("bad_day") }), "bad_day"],
    [new TRPCError({ code: "BAD_REQUEST", cause: new Error("a name") }), "bad_request"],
    [new TRPCError({ code: "NOT_FOUND" }), "not_found"],
    [Object.assign(new Error("x"), { statusCode: 413 }), "too_large"],
    [Object.assign(new Error("x"), { statusCode: 415 }), "bad_request"],
    [new TypeError("a name"), "unexpected"],
    ["a text", "unexpected"],
  ])("%s is %s", (error, code) => {
    expect(appErrorCodeOf(error)).toBe(code);
  });
});

describe("the sentence for the person at the keyboard", () => {
  it("is that of an expected failure", () => {
    expect(sentenceOf(new AppError("bad_day"))).toBe(APP_ERRORS.bad_day.sentence);
  });

  it("tells what to do about a port in use and a full disk", () => {
    expect(sentenceOf(Object.assign(new Error("x"), { code: "EADDRINUSE", port: 4280 }))).toMatch(
      /^Port 4280 .*--port/,
    );
    expect(sentenceOf(Object.assign(new Error("x"), { code: "ENOSPC", path: "/data" }))).toMatch(
      /full .*Make room/,
    );
  });

  it("says nothing of the message of an unexpected one", () => {
    expect(sentenceOf(new TypeError("Ada Testcase is not iterable"))).not.toContain("Ada");
  });
});

describe("answers kept for a while", () => {
  it("are computed once for as long as they are kept, and again after a failure", async () => {
    let time = 0;
    let computed = 0;
    const recent = createRecent<number>(2, 100, () => time);
    const compute = async () => {
      computed += 1;
      return computed;
    };
    expect([await recent.get("a", compute), await recent.get("a", compute)]).toEqual([1, 1]);
    time = 100;
    expect(await recent.get("a", compute)).toBe(2);
    await expect(recent.get("b", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await recent.get("b", compute)).toBe(3);
    await recent.get("c", compute);
    expect(await recent.get("a", compute)).toBe(5);
  });
});
