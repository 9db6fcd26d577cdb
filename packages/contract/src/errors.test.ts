import { describe, expect, it } from "vitest";
import { APP_ERRORS } from "./errors.ts";

describe.each(Object.entries(APP_ERRORS))("%s", (_code, { status, sentence }) => {
  it("has a status of HTTP that means a failure", () => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  it("says what happened and what to do, without an exclamation", () => {
    expect(sentence.match(/[.] ?/g)?.length).toBeGreaterThanOrEqual(2);
    expect(sentence).not.toContain("!");
  });
});
