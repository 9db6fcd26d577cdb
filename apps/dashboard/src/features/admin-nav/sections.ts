import type { Action } from "@soundings/contract";

interface Section {
  readonly to:
    | "/admin/people"
    | "/admin/covers"
    | "/admin/meetings"
    | "/admin/programs"
    | "/admin/audit"
    | "/admin/opened"
    | "/admin/running";
  readonly name: string;
  readonly action: Action;
}

export const SECTIONS: readonly Section[] = [
  { to: "/admin/people", name: "People", action: "people.view" },
  { to: "/admin/covers", name: "Covers", action: "covers.view" },
  { to: "/admin/meetings", name: "Team meetings", action: "meetings.view" },
  { to: "/admin/programs", name: "Programs", action: "programs.view" },
  { to: "/admin/audit", name: "Audit", action: "audit.view" },
  { to: "/admin/opened", name: "Opened from outside", action: "opened.view" },
  { to: "/admin/running", name: "What is running", action: "running.view" },
];

/** The pages that a person's roles allow, in their order. */
export function sectionsFor(actions: readonly string[]): readonly Section[] {
  return SECTIONS.filter(({ action }) => actions.includes(action));
}
