import type { Action, Me } from "@soundings/contract";
import type { Whose } from "../lib/whose.ts";

interface Place {
  /** The page and everything below it; `*` stands for any one part. */
  readonly path: string;
  /** The actions of which one is needed. */
  readonly needs: readonly Action[];
}

const ADMINISTRATION = [
  "people.view",
  "covers.view",
  "meetings.view",
  "programs.view",
  "audit.view",
  "opened.view",
  "running.view",
] as const satisfies readonly Action[];

/** What each page needs; the longest path that fits decides. A page that is not here is for everybody who is signed in. */
const PLACES: readonly Place[] = [
  { path: "/caseload", needs: ["caseload.view"] },
  { path: "/trends", needs: ["trends.view"] },
  { path: "/outcomes", needs: ["outcomes.view"] },
  { path: "/patients", needs: ["patient.view"] },
  { path: "/patients/*/contact", needs: ["contact.view"] },
  { path: "/patients/*/papers", needs: ["patient.paper"] },
  { path: "/patients/*/lookers", needs: ["patient.lookers"] },
  { path: "/schedule", needs: ["schedule.view"] },
  { path: "/due", needs: ["due.view"] },
  { path: "/imports", needs: ["imports.view"] },
  { path: "/admin", needs: ADMINISTRATION },
  { path: "/admin/people", needs: ["people.view"] },
  { path: "/admin/covers", needs: ["covers.view"] },
  { path: "/admin/meetings", needs: ["meetings.view"] },
  { path: "/admin/programs", needs: ["programs.view"] },
  { path: "/admin/audit", needs: ["audit.view"] },
  { path: "/admin/opened", needs: ["opened.view"] },
  { path: "/admin/running", needs: ["running.view"] },
];

/** Pages of somebody who is not signed in. */
const PUBLIC = ["/sign-in", "/link"];

function isAtOrBelow(pathname: string, path: string): boolean {
  const parts = pathname.split("/");
  return path.split("/").every((part, index) => part === parts[index] || (part === "*" && parts[index]));
}

export function isPublic(pathname: string): boolean {
  return PUBLIC.some((path) => isAtOrBelow(pathname, path));
}

/** Whether the roles of a person include a page. */
export function mayOpen(pathname: string, { actions }: Pick<Me, "actions">): boolean {
  const place = PLACES.filter(({ path }) => isAtOrBelow(pathname, path)).sort(
    (a, b) => b.path.length - a.path.length,
  )[0];
  return place === undefined || place.needs.some((action) => actions.includes(action));
}

/** Where the day begins. */
export type Home =
  | { readonly to: "/caseload"; readonly search: Whose }
  | { readonly to: "/schedule" | "/admin" | "/account" };

type Person = Pick<Me, "roles" | "actions" | "staffId">;

/** One's own patients for who treats, everybody of the programs for a director. */
function ownPatients({ roles, staffId }: Person): Whose {
  const holds = (role: string) => roles.some((held) => held.role === role);
  if (staffId === null || holds("director")) return {};
  if (holds("therapist")) return { therapist: staffId };
  return holds("prescriber") ? { prescriber: staffId } : {};
}

/** Whose symptom trends a person sees first: a prescriber one's own, everybody else all that are in reach. */
export function trendsStart({ roles, staffId }: Pick<Me, "roles" | "staffId">): { prescriber?: string } {
  const holds = (role: string) => roles.some((held) => held.role === role);
  return staffId !== null && holds("prescriber") && !holds("director") ? { prescriber: staffId } : {};
}

/** Where a person's day begins, by what the roles include; `last` is whose patients were chosen last. */
export function homeOf(person: Person, last: Whose | null): Home {
  const may = (pathname: string) => mayOpen(pathname, person);
  if (may("/caseload")) return { to: "/caseload", search: last ?? ownPatients(person) };
  if (may("/schedule")) return { to: "/schedule" };
  return { to: may("/admin") ? "/admin" : "/account" };
}
