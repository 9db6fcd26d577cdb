import type { PersonListing } from "@soundings/contract";
import { expect, test } from "vitest";
import { draftOfPerson, draftOfStaff, inputOf, NOBODY, problemsOf, withRole } from "./draft.ts";
import { parsePeopleSearch, peopleMatching } from "./search.ts";
import { roleHeldWords, stateWords } from "./words.ts";

const person = (name: string, extra: Partial<PersonListing>): PersonListing => ({
  personId: name,
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@example.org`,
  staffId: null,
  staffName: null,
  roles: [{ role: "therapist", programIds: ["iop"] }],
  state: "active",
  linkUntil: null,
  secondFactor: false,
  passkeys: 0,
  signIns: 0,
  lastActiveAt: null,
  ...extra,
});

test("an address holds a state, a role and a text, and nothing that is not one", () => {
  expect(parsePeopleSearch({ state: "disabled", role: "captain", q: "  " })).toEqual({ state: "disabled" });
});

test("people are found by state, by any of their roles and by every word", () => {
  const people = [
    person("Ana Reyes", {
      roles: [
        { role: "therapist", programIds: ["iop"] },
        { role: "director", programIds: ["iop"] },
      ],
    }),
    person("Ben Cole", { state: "disabled" }),
  ];
  const names = (search: Parameters<typeof peopleMatching>[1]) =>
    peopleMatching(people, search).map(({ name }) => name);
  expect(names({})).toEqual(["Ana Reyes", "Ben Cole"]);
  expect(names({ role: "director" })).toEqual(["Ana Reyes"]);
  expect(names({ state: "disabled" })).toEqual(["Ben Cole"]);
  expect(names({ q: "reyes EXAMPLE" })).toEqual(["Ana Reyes"]);
  expect(names({ q: "reyes cole" })).toEqual([]);
});

test("a role says where it is held", () => {
  const names = new Map([["iop", "Day IOP"]]);
  expect(roleHeldWords({ role: "front_desk", programIds: ["iop", "php"] }, names)).toBe(
    "Front desk in Day IOP, php",
  );
  expect(roleHeldWords({ role: "administrator", programIds: [] }, names)).toBe(
    "Administrator of the whole site",
  );
  expect(roleHeldWords({ role: "director", programIds: [] }, names)).toBe("Director, in no program");
});

test("an invitation says until when it works, or that it does not", () => {
  const until = "Mar 19, 2026, 9:05 AM";
  expect(stateWords("invited", { until, isOver: false })).toEqual(["invited", `until ${until}`]);
  expect(stateWords("invited", { until, isOver: true })).toEqual(["invited", `the link ran out ${until}`]);
  expect(stateWords("invited", { until: null, isOver: false })).toEqual([
    "invited",
    "has no link: make a new one",
  ]);
  expect(stateWords("active", { until, isOver: false })).toEqual(["active", null]);
});

test("an empty form says what is missing, each at its field", () => {
  expect(problemsOf(NOBODY)).toEqual({
    name: "Enter the person's name.",
    email: "Enter an e-mail address, such as name@example.org.",
    roles: "Choose at least one role.",
    programs: {},
  });
});

test("a role without a program is named, except the one that reaches the site", () => {
  const draft = withRole(
    withRole(draftOfPerson(person("Ana Reyes", {})), "therapist", []),
    "administrator",
    [],
  );
  expect(problemsOf(draft)).toEqual({
    programs: { therapist: "Choose at least one program, or take the role away." },
  });
  expect(problemsOf(withRole(draft, "therapist", undefined))).toBeNull();
});

test("a member of staff fills the form, and what is sent names no program for the site's role", () => {
  const staff = {
    staffId: "s-1",
    name: "Cy Dunn",
    role: "prescriber",
    email: null,
    programIds: ["iop"],
  } as const;
  const draft = withRole({ ...draftOfStaff(staff), email: " Cy@Example.org " }, "administrator", ["iop"]);
  expect(inputOf(draft)).toEqual({
    name: "Cy Dunn",
    email: "cy@example.org",
    staffId: "s-1",
    roles: [
      { role: "prescriber", programIds: ["iop"] },
      { role: "administrator", programIds: [] },
    ],
  });
});
