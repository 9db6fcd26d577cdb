import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");

function scheme(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...block.matchAll(/(--[a-z0-9-]+): (#[0-9a-f]{6,8})/g)].map((m) => [m[1] ?? "", m[2] ?? ""]),
  );
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  "--ink",
  "--ink-2",
  "--ink-3",
  "--accent",
  "--phq",
  "--gad",
  "--better",
  "--worse",
  "--positive",
  "--nodata",
];
const URGENCY = ["--urgency-immediate", "--urgency-same-day", "--urgency-this-week", "--urgency-routine"];
const BANDS = ["--band-1", "--band-2", "--band-3", "--band-4"];

describe.each([
  ["light", ":root"],
  ["dark", '[data-mantine-color-scheme="dark"]'],
])("the %s scheme", (_, selector) => {
  const colors = scheme(selector);
  const of = (name: string) => colors.get(name) ?? expect.fail(`${name} is not set`);

  it.each([...TEXT, ...URGENCY])("%s is readable on both papers", (name) => {
    expect(contrast(of(name), of("--paper"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of(name), of("--paper-2"))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(BANDS)("ink is readable on %s, and both lines stand out from it", (name) => {
    expect(contrast(of("--ink"), of(name))).toBeGreaterThanOrEqual(7);
    expect(contrast(of("--phq"), of(name))).toBeGreaterThanOrEqual(3);
    expect(contrast(of("--gad"), of(name))).toBeGreaterThanOrEqual(3);
  });

  it("has edges of fields that are seen", () => {
    expect(contrast(of("--line-strong"), of("--paper"))).toBeGreaterThanOrEqual(3);
  });
});
