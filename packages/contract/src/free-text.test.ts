import { describe, expect, it } from "vitest";
import { openOutsideInput } from "./access-records.ts";
import { addProgramInput } from "./administration.ts";
import { discloseInput, disclosureBasis } from "./consent.ts";
import { saveContactInput } from "./contact.ts";
import { line, lineIfAny, passage } from "./free-text.ts";

const reason = openOutsideInput.shape.reason;

describe("free text", () => {
  it.each([
    ["zero-width spaces", "\u200b".repeat(8)],
    ["empty braille cells", "\u2800".repeat(8)],
    ["Hangul fillers, which count as letters", "\u3164".repeat(8)],
    ["wide spaces", "\u3000\u00a0".repeat(4)],
    ["control characters", "\u0001".repeat(8)],
    ["NUL within words", "a walk\u0000in"],
    ["a turned direction", "a walk\u202ein"],
    ["signs only", "........"],
    ["one letter among fillers", `a${"\u200b".repeat(8)}`],
  ])("that shows nothing passed for a reason: %s", (_what, text) => {
    expect(reason.safeParse(text).success).toBe(false);
    const basis = { by: "medical_emergency", recipientAffiliation: "Example Hospital", nature: text };
    const explains = disclosureBasis.safeParse(basis).success;
    expect(explains).toBe(text.startsWith("a\u200b"));
  });

  it("of other scripts, with joiners and accents, is taken in without the blanks around it", () => {
    expect(reason.parse(" \u200bقرارِ می\u200cخواهم\u00a0")).toBe("قرارِ می\u200cخواهم");
    expect(line(20).parse("\u3000José 3\u2800")).toBe("José 3");
    expect(line(20).parse("山田")).toBe("山田");
  });

  it("of one line has no second line, which could pass for another field of a notice", () => {
    const { recipient, purpose } = discloseInput.shape;
    for (const forged of [
      "Court\nBasis: none",
      "Court\r\nBasis: none",
      "Court\u2028Basis: none",
      "Court\u0085Basis",
    ]) {
      expect(recipient.safeParse(forged).success).toBe(false);
      expect(purpose.safeParse(forged).success).toBe(false);
      expect(saveContactInput.shape.reachBy.safeParse(forged).success).toBe(false);
      expect(addProgramInput.shape.core.shape.name.safeParse(forged).success).toBe(false);
    }
  });

  it("of several lines becomes one", () => {
    expect(passage(50, 5).parse("Walk-in \r\n\n in crisis\n")).toBe("Walk-in in crisis");
  });

  it("that may be left out may be empty, and not invisible", () => {
    expect([null, "", " \u200b "].map((text) => lineIfAny(10).parse(text))).toEqual([null, "", ""]);
    expect(lineIfAny(10).safeParse("a\u0007").success).toBe(false);
  });
});
