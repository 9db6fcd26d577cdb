import { ACTIONS, type Me, mayAtAll, type Role } from "@soundings/contract";
import { describe, expect, it } from "vitest";
import { homeOf, isPublic, mayOpen } from "./places.ts";

function person(...roles: Role[]): Pick<Me, "roles" | "actions" | "staffId"> {
  return {
    roles: roles.map((role) => ({ role, programIds: ["iop"] })),
    actions: ACTIONS.filter((action) => mayAtAll(action, roles)),
    staffId: "s-7",
  };
}

describe("where the day begins", () => {
  it("is with one's own patients for who treats", () => {
    expect(homeOf(person("therapist"), null)).toEqual({ to: "/caseload", search: { therapist: "s-7" } });
    expect(homeOf(person("prescriber"), null)).toEqual({ to: "/caseload", search: { prescriber: "s-7" } });
  });

  it("is with everybody of the programs for a director, also one who treats", () => {
    expect(homeOf(person("director"), null)).toEqual({ to: "/caseload", search: {} });
    expect(homeOf(person("director", "therapist"), null)).toEqual({ to: "/caseload", search: {} });
  });

  it("is with whoever was chosen last, also everybody", () => {
    expect(homeOf(person("therapist"), {})).toEqual({ to: "/caseload", search: {} });
    expect(homeOf(person("therapist"), { program: "php" })).toEqual({
      to: "/caseload",
      search: { program: "php" },
    });
  });

  it("is with the day's sessions at the front desk, and with the site for an administrator", () => {
    expect(homeOf(person("front_desk"), null)).toEqual({ to: "/schedule" });
    expect(homeOf(person("front_desk", "administrator"), null)).toEqual({ to: "/schedule" });
    expect(homeOf(person("administrator"), null)).toEqual({ to: "/admin" });
  });

  it("is with the account for who may nothing else", () => {
    expect(homeOf({ roles: [], actions: ["account.use"], staffId: null }, null)).toEqual({ to: "/account" });
  });
});

describe("a page", () => {
  it("opens only with a role that includes it", () => {
    expect(mayOpen("/patients/p1", person("therapist"))).toBe(true);
    expect(mayOpen("/patients/p1", { actions: ["imports.view"] })).toBe(false);
    expect(mayOpen("/caseload", person("front_desk"))).toBe(false);
    expect(mayOpen("/schedule", person("administrator"))).toBe(false);
    expect(mayOpen("/schedule", person("front_desk"))).toBe(true);
  });

  it("about how to reach a patient opens at the front desk, the record itself does not", () => {
    expect(mayOpen("/patients/p1", person("front_desk"))).toBe(false);
    expect(mayOpen("/patients/p1/contact", person("front_desk"))).toBe(true);
    expect(mayOpen("/patients/p1/lookers", person("administrator"))).toBe(true);
    expect(mayOpen("/patients/p1/lookers", person("therapist"))).toBe(false);
  });

  it("of administration opens one by one", () => {
    expect(mayOpen("/admin", person("director"))).toBe(true);
    expect(mayOpen("/admin/covers", person("director"))).toBe(true);
    expect(mayOpen("/admin/people", person("director"))).toBe(false);
    expect(mayOpen("/admin/meetings", person("administrator"))).toBe(false);
    expect(mayOpen("/admin", person("therapist"))).toBe(false);
  });

  it("is not taken for one that its name begins like", () => {
    expect(mayOpen("/duenna", { actions: [] })).toBe(true);
    expect(isPublic("/sign-in")).toBe(true);
    expect(isPublic("/sign-inside")).toBe(false);
  });

  it("of one's account opens to everybody", () => {
    expect(mayOpen("/account", person("front_desk"))).toBe(true);
  });
});
