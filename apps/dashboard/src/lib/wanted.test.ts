import { describe, expect, it } from "vitest";
import { isOwnPath, withoutSearchedText } from "./wanted.ts";

describe("an address to go back to", () => {
  it.each(["/", "/caseload?program=p1", "/patients/p1?asOf=2026-03-16", "/admin/people"])(
    "is %s",
    (address) => {
      expect(isOwnPath(address)).toBe(true);
    },
  );

  it.each([
    ["another site", "https://elsewhere.example/caseload"],
    ["another site without its scheme", "//elsewhere.example/caseload"],
    ["another site behind a backslash", "/\\elsewhere.example"],
    ["another site behind a tab", "/\t/elsewhere.example"],
    ["a script", "javascript:alert(1)"],
    ["a relative path", "caseload"],
    ["nothing", ""],
    ["the page of signing in", "/sign-in"],
    ["a request of signing in", "/auth/provider"],
    ["a link that works once", "/link"],
    ["a path that climbs to signing in", "/patients/../auth/sign-out"],
    ["far too long", `/${"a".repeat(3_000)}`],
  ])("is never %s", (_, address) => {
    expect(isOwnPath(address)).toBe(false);
  });

  it("holds nothing that was searched for", () => {
    expect(withoutSearchedText("/caseload?program=p1&q=Vance")).toBe("/caseload?program=p1");
    expect(withoutSearchedText("/caseload?q=Vance")).toBe("/caseload");
  });
});
