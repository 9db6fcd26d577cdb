import { expect, it } from "vitest";
import { askedOf } from "./asked.ts";

it("asks by record number, without what was typed for the other way", () => {
  expect(
    askedOf({ reason: " Covers tonight ", recordNumber: " R-104 ", givenName: "x" }, "record_number"),
  ).toEqual({ input: { reason: "Covers tonight", who: { by: "record_number", recordNumber: "R-104" } } });
});

it("asks by whole name and birth date", () => {
  const form = { reason: "Called the desk", givenName: "Ada", familyName: "Vance", birthDate: "1990-02-28" };
  expect(askedOf(form, "name_and_birth_date")).toMatchObject({
    input: { who: { by: "name_and_birth_date", givenName: "Ada", birthDate: "1990-02-28" } },
  });
});

it("asks for nothing without a reason, and says so at the reason", () => {
  const asked = askedOf({ reason: "abc ", recordNumber: "R-104" }, "record_number");
  expect(asked).toEqual({ missing: { reason: expect.stringContaining("why") } });
});

it("says each thing that is missing at its own field", () => {
  const asked = askedOf({ reason: "A good reason", birthDate: "1990-02-30" }, "name_and_birth_date");
  expect(Object.keys("missing" in asked ? asked.missing : {}).sort()).toEqual([
    "birthDate",
    "familyName",
    "givenName",
  ]);
});
