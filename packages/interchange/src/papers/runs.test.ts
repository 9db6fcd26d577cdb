import { describe, expect, it } from "vitest";
import { runsOf } from "./runs.ts";

const texts = (text: string) => runsOf(text, "regular").map((run) => run.text);

describe("the runs of a line", () => {
  it("are one for plain text", () => {
    expect(texts("PHQ-9 14 since admission")).toEqual(["PHQ-9 14 since admission"]);
  });

  it("stand from left to right as they are seen: words of a right-to-left name in turned order", () => {
    expect(texts("שלום עולם")).toEqual(["עולם", " ", "שלום"]);
  });

  it("keep a name and the number behind it apart, and mirror brackets inside it", () => {
    const line = texts("(שלום) 34");
    expect(line.join("")).toBe("(שלום) 34");
    expect(texts("א(ב)ג")).toEqual(["ג", "(", "ב", ")", "א"]);
    expect(texts("א?!ב")).toEqual(["ב", "!?", "א"]);
  });

  it("keep marks with their letter", () => {
    expect(texts("e\u0301")).toEqual(["é"]);
    expect(texts("שָׁלוֹם")).toHaveLength(1);
  });

  it("are never empty for a character that no typeface has, and draw no invisible one", () => {
    expect(texts("田")).toEqual(["\uFFFD"]);
    expect(texts("a\u200bb\u202e")).toEqual(["ab"]);
    expect(texts("a\nb\u2028c")).toEqual(["a b c"]);
  });

  it("are none for nothing", () => {
    expect(texts("")).toEqual([]);
  });
});
