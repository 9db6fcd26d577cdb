import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { dataDirOf, PROJECT } from "./data-dir.ts";

afterEach(() => vi.unstubAllEnvs());

it("is --data before SOUNDINGS_DATA", () => {
  vi.stubEnv("SOUNDINGS_DATA", "/srv/environment");
  expect(dataDirOf({ data: "/srv/option" })).toBe("/srv/option");
  expect(dataDirOf({})).toBe("/srv/environment");
});

it("is the project's folder when SOUNDINGS_DATA is not set or empty", () => {
  for (const value of [undefined, ""]) {
    vi.stubEnv("SOUNDINGS_DATA", value);
    expect(dataDirOf({})).toBe(join(PROJECT, "data"));
  }
});

it("is never the current directory because a script's variable was empty", () => {
  expect(() => dataDirOf({ data: "" })).toThrow("--data is empty");
});
