import { describe, expect, it } from "vitest";
import {
  ACTIONS,
  type Action,
  mayAtAll,
  PERMISSIONS,
  ROLES,
  type Role,
  SCOPES,
  SECOND_FACTOR_ROLES,
  scopesOf,
} from "./permissions.ts";

/** What shows or changes scores, screens, notes, consents, or lets any of them leave. */
const CLINICAL: readonly Action[] = [
  "caseload.view",
  "patient.view",
  "patient.print",
  "patient.open_outside",
  "consent.view",
  "consent.change",
  "disclosure.make",
  "imports.values",
  "imports.mend",
];
const CLINICIANS: readonly Role[] = ["therapist", "prescriber", "director"];

function grants(): readonly (readonly [Action, Role])[] {
  return ACTIONS.flatMap((action) =>
    ROLES.filter((role) => scopesOf(action, role).length > 0).map((role) => [action, role] as const),
  );
}

describe("the table of permissions", () => {
  it("gives clinical content to clinicians only", () => {
    for (const action of CLINICAL) {
      const held = ROLES.filter((role) => mayAtAll(action, [role]));
      expect([action, held.filter((role) => !CLINICIANS.includes(role))]).toEqual([action, []]);
      expect([action, held.length]).not.toEqual([action, 0]);
    }
  });

  it("gives the front desk sessions, who is due and how to reach people, in its programs, and nothing else of a patient", () => {
    const own = ACTIONS.filter((action) => mayAtAll(action, ["front_desk"]));
    expect(own).toEqual([
      "account.use",
      "reference.view",
      "schedule.view",
      "due.view",
      "contact.view",
      "contact.change",
    ]);
    for (const action of own.slice(2)) expect(scopesOf(action, "front_desk")).toEqual(["program"]);
  });

  it("gives an administrator no scope that holds a patient", () => {
    const scopes = new Set(ACTIONS.flatMap((action) => scopesOf(action, "administrator")));
    expect([...scopes].sort()).toEqual(["self", "site"]);
  });

  it("gives the whole site to no clinician, but for what names no patient or asks for a reason first", () => {
    const wide = grants().filter(
      ([action, role]) => role !== "administrator" && scopesOf(action, role).includes("site"),
    );
    expect(new Set(wide.map(([action]) => action))).toEqual(
      new Set(["reference.view", "patient.open_outside"]),
    );
  });

  it("gives sessions that are led to nothing but the schedule", () => {
    const led = grants().filter(([action, role]) => scopesOf(action, role).includes("led"));
    expect(new Set(led.map(([action]) => action))).toEqual(new Set(["schedule.view"]));
  });

  it("lets a patient opened outside be seen, reached, entered on and disclosed in an emergency, and never listed or corrected", () => {
    const opened = grants().filter(([action, role]) => scopesOf(action, role).includes("opened"));
    expect([...new Set(opened.map(([action]) => action))].sort()).toEqual([
      "consent.view",
      "contact.change",
      "contact.view",
      "disclosure.make",
      "patient.paper",
      "patient.print",
      "patient.view",
      "record.enter",
    ]);
  });

  it("lets nobody change what the same role may not see", () => {
    const pairs: readonly (readonly [Action, Action])[] = [
      ["contact.change", "contact.view"],
      ["record.enter", "patient.view"],
      ["record.correct", "patient.view"],
      ["patient.paper", "patient.view"],
      ["consent.change", "consent.view"],
      ["imports.mend", "imports.values"],
      ["imports.values", "imports.view"],
      ["imports.dismiss", "imports.view"],
      ["people.change", "people.view"],
      ["covers.change", "covers.view"],
      ["meetings.change", "meetings.view"],
      ["programs.change", "programs.view"],
      ["patient.print", "patient.view"],
      ["audit.export", "audit.view"],
    ];
    for (const [change, view] of pairs) {
      for (const role of ROLES) {
        const unseen = scopesOf(change, role).filter((scope) => !scopesOf(view, role).includes(scope));
        expect([change, role, unseen]).toEqual([change, role, []]);
      }
    }
  });

  it("lets everybody use their own account, and only that of themselves", () => {
    for (const role of ROLES) expect(scopesOf("account.use", role)).toEqual(["self"]);
    const self = grants().filter(([action, role]) => scopesOf(action, role).includes("self"));
    expect(new Set(self.map(([action]) => action))).toEqual(new Set(["account.use"]));
  });

  it("says of every action what it is and whether it changes anything, and of every scope whom it holds", () => {
    for (const action of ACTIONS) {
      expect(PERMISSIONS[action].label).toMatch(/^[A-Z]/);
      expect(PERMISSIONS[action].does).toMatch(/^(read|change)$/);
    }
    const used = new Set(grants().flatMap(([action, role]) => scopesOf(action, role)));
    expect(used).toEqual(new Set(Object.keys(SCOPES)));
  });

  it("asks a second factor of whoever changes anything for the whole site", () => {
    const wide = grants().filter(([action, role]) => {
      const scopes = scopesOf(action, role);
      return PERMISSIONS[action].does === "change" && scopes.some((scope) => scope === "site");
    });
    const roles = new Set(
      wide.filter(([action]) => action !== "patient.open_outside").map(([, role]) => role),
    );
    for (const role of roles) expect(SECOND_FACTOR_ROLES).toContain(role);
  });
});
