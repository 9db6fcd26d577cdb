import { describe, expect, it } from "vitest";
import { nameOfSet, setNamed } from "./sets.ts";

describe("the name of a set of episodes", () => {
  it.each([
    "discharged",
    "without-pre",
    "not-paired-with-pre",
    "paired/phq-9",
    "unpaired/gad-7",
    "measure/recovery/left-out",
    "measure/recovery/numerator/completers",
    "ended/lost_contact",
    "ended/unknown",
    "retention/reason-unknown",
    "quality/prorated",
    "returned/within-30",
    "moved/iop/op",
    "moved/from_php/iop",
    "placed/php",
    "changed/phq-9/2026-01-05",
    "returned/not-followed-90",
    "attendance",
  ])("%s is read as what it was made of", (name) => {
    const set = setNamed(name);
    expect(set && nameOfSet(set)).toBe(name);
  });

  it.each([
    "",
    "everybody",
    "measure/recovery",
    "measure/recovery/half",
    "measure/recovery/numerator/therapists",
    "paired/phq-2",
    "moved/iop/",
    "moved/iop/out",
    "placed/",
    "changed/phq-9/2026-02-30",
    "changed/phq-9",
    "paired/phq-9/",
    "placed/iop/php",
    "measure/recovery/numerator/completers/women",
    "moved/iop/op/op",
  ])("“%s” is none", (name) => {
    expect(setNamed(name)).toBeNull();
  });
});
