import { expect, test } from "vitest";
import { MEASURE_IDS } from "../json.ts";
import { METHODS } from "../methods/methods.ts";
import { QUALITY_CHECKS } from "../quality.types.ts";
import { DEFINITIONS, sourceWords } from "./definitions.ts";

const all = DEFINITIONS.flatMap(({ definitions }) => definitions);

test("every measure, method and check is defined, each under an anchor of its own", () => {
  const ids = all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of MEASURE_IDS) expect(ids).toContain(`measure-${id}`);
  for (const id of QUALITY_CHECKS) expect(ids).toContain(`check-${id}`);
  for (const { id } of METHODS) expect(ids).toContain(`method-${id}`);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
});

test("every definition has words and a source, and a sentence ends", () => {
  for (const { name, words, source } of all) {
    expect(name, source).not.toBe("");
    expect(source, name).not.toBe("");
    expect(words.length, name).toBeGreaterThan(0);
    for (const line of words) expect(line, name).toMatch(/^[A-Z“\d].*\.$/);
  }
});

test("the words hold the numbers that compute", () => {
  const words = (id: string) => all.find((one) => one.id === id)?.words.join(" ") ?? "";
  expect(words("context-national")).toContain("2024-25: 1,813,432 referred, 670,419 finished");
  expect(words("term-baseline")).toContain("from 14 days before admission");
  expect(words("term-small-cells")).toContain("counts of 1 to 10 are withheld");
  expect(words("measure-recovery")).toContain("PHQ-9 below 10 and GAD-7 below 8");
  expect(words("term-therapists")).toContain("20 or more closed stays");
  expect(words("term-diagnosis-groups")).toContain("Opioid use: codes that begin with F11.");
  expect(words("term-diagnosis-groups")).toContain("F30, F31, F34.0.");
});

test("what is ours is said, and a published source is named", () => {
  const said = (id: string) => all.filter((one) => one.id === id).map(sourceWords);
  expect(said("term-baseline")).toEqual(["Ours: no published basis."]);
  expect(said("check-prorated")).toEqual(["Ours: no published basis. Version 1."]);
  expect(said("measure-recovery")[0]).toMatch(/^Source: NHS Talking Therapies manual.* Version 1\.$/);
});
