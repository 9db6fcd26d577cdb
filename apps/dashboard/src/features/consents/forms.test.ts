import { DISCLOSED_FORMS } from "@soundings/contract";
import { expect, test } from "vitest";
import { FORM_CHOICES, FORM_FACTS, firstParts, formWords, isPaper, partsLeftOut } from "./forms.ts";
import { basisWords } from "./words.ts";

test("every form can be chosen, once", () => {
  expect(FORM_CHOICES.map(({ value }) => value).toSorted()).toEqual([...DISCLOSED_FORMS].toSorted());
  expect(new Set(FORM_CHOICES.map(({ label }) => label)).size).toBe(DISCLOSED_FORMS.length);
});

test("a paper begins with its parts, as far as the consent covers them; rows begin with none", () => {
  expect([...firstParts("review", ["measures", "course", "events"])]).toEqual(["course", "measures"]);
  expect([...firstParts("review", null)]).toEqual(FORM_FACTS.review.parts);
  expect(firstParts("csv", ["measures"]).size).toBe(0);
});

test("what a paper will not hold is named", () => {
  const chosen = firstParts("patient_copy", ["identity", "course", "measures"]);
  expect(partsLeftOut("patient_copy", chosen)).toEqual(["attendance", "screens", "medications"]);
  expect(partsLeftOut("xlsx", new Set())).toEqual([]);
  expect([isPaper("review"), isPaper("xlsx")]).toEqual([true, false]);
});

test("the list names a form in words, and an unknown one as it stands", () => {
  expect(formWords("print")).toBe("page to print");
  expect(formWords("review")).toBe("concurrent review (PDF)");
  expect(formWords("fax")).toBe("fax");
});

test("the basis of a disclosure reads in words", () => {
  expect(basisWords("other:to_patient")).toBe("To the patient (2.23)");
  expect(basisWords("medical_emergency")).toBe("medical emergency");
  expect(basisWords("consent")).toBe("consent");
});
