import PDFDocument from "pdfkit";
import { expect, it } from "vitest";
import { shortened, widthOf, wrap } from "./text.ts";

const STYLE = { size: 8.6 };
const WIDTH = 517.5;

/** A document that counts how many characters the shaper was asked to measure. */
function countingDoc() {
  const doc = new PDFDocument({ font: "" });
  const measure = doc.widthOfString.bind(doc);
  let measured = 0;
  doc.widthOfString = (text, options) => {
    measured += text.length;
    return measure(text, options);
  };
  return { doc, measured: () => measured };
}

it("a word of 2,000 characters is cut into the longest pieces that fit, and costs no more than some words do", () => {
  const { doc, measured } = countingDoc();
  const word = Array.from({ length: 2000 }, (_, place) => "Wil.m"[place % 5]).join("");
  const lines = wrap(doc, word, STYLE, WIDTH);
  const cost = measured();
  expect(lines.join("")).toBe(word);
  lines.forEach((line, place) => {
    expect(widthOf(doc, line, STYLE)).toBeLessThanOrEqual(WIDTH);
    const next = lines[place + 1]?.slice(0, 1);
    if (next !== undefined) expect(widthOf(doc, line + next, STYLE)).toBeGreaterThan(WIDTH);
  });
  expect(cost).toBeLessThan(12 * word.length);
});

it("a character wider than its column stands alone, and none is halved", () => {
  const { doc } = countingDoc();
  expect(wrap(doc, "WW😀W", STYLE, 1)).toEqual(["W", "W", "😀", "W"]);
});

it("a label is cut to as much as fits with its dots", () => {
  const { doc } = countingDoc();
  const short = shortened(doc, "Maximiliana ".repeat(200), STYLE, 60);
  expect(short).toMatch(/^Maximiliana( M.*)?…$/);
  expect(widthOf(doc, short, STYLE)).toBeLessThanOrEqual(60);
});
