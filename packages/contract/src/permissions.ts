import { STAFF_ROLES, type StaffRole } from "@soundings/clinical";

/** What a person is at the clinic; one person may be several. */
export const ROLES = STAFF_ROLES;
export type Role = StaffRole;

/** Whom a role's permission reaches, with the sentence that a page shows. */
export const SCOPES = {
  own: "patients whose therapist or prescriber the person is",
  covered: "patients of a colleague whom the person covers, from the first to the last day of the cover",
  meeting: "patients of a team meeting in which the person takes part, on its days",
  led: "sessions that the person leads: attendance only",
  program: "patients with an episode in a program of this role",
  opened: "patients opened outside these with a stated reason, for 8 hours",
  site: "the whole site",
  self: "the person's own account",
} as const;
export type Scope = keyof typeof SCOPES;

/** Scopes that name patients. Who has only others has no patient in scope. */
export type PatientScopeName = Exclude<Scope, "site" | "self">;

const CARE = ["own", "covered", "meeting"] as const;
const CARE_AND_OPENED = [...CARE, "opened"] as const;
const MY_PROGRAMS = ["program"] as const;
const PROGRAMS_AND_OPENED = ["program", "opened"] as const;
const SITE = ["site"] as const;
const SELF = ["self"] as const;

export type Grants = Readonly<Partial<Record<Role, readonly Scope[]>>>;

export interface Permission {
  /** What the person does, as the table of permissions says it. */
  readonly label: string;
  /** Does it change what is stored, or only show it? */
  readonly does: "read" | "change";
  readonly grants: Grants;
}

const EVERYBODY = {
  therapist: SELF,
  prescriber: SELF,
  director: SELF,
  front_desk: SELF,
  administrator: SELF,
} as const;
const EVERYBODY_SITE = {
  therapist: SITE,
  prescriber: SITE,
  director: SITE,
  front_desk: SITE,
  administrator: SITE,
} as const;
const CLINICIANS = { therapist: CARE_AND_OPENED, prescriber: CARE_AND_OPENED, director: PROGRAMS_AND_OPENED };
const CLINICIANS_LISTS = { therapist: CARE, prescriber: CARE, director: MY_PROGRAMS };
const PRACTICE = {
  therapist: [...CARE, "led"],
  prescriber: [...CARE, "led"],
  director: MY_PROGRAMS,
  front_desk: MY_PROGRAMS,
} as const;
const OVERSIGHT = { director: MY_PROGRAMS, administrator: SITE };

/**
 * Who may do what, to whom: action × role × scope. The one place that decides; a procedure names its action and nothing
 * else. A role that is not named may not. Several roles add up.
 */
export const PERMISSIONS = {
  "account.use": { label: "Use and protect one's own account", does: "change", grants: EVERYBODY },
  "reference.view": {
    label: "Read rules, instruments and what is running",
    does: "read",
    grants: EVERYBODY_SITE,
  },

  "caseload.view": { label: "See the caseload", does: "read", grants: CLINICIANS_LISTS },
  "patient.view": { label: "Open a patient's page", does: "read", grants: CLINICIANS },
  "patient.print": {
    label: "Print a patient's page or a caseload for use inside the program",
    does: "read",
    grants: CLINICIANS,
  },
  "patient.paper": {
    label: "Make a paper or a data file of a patient for use inside the program",
    does: "read",
    grants: CLINICIANS,
  },
  "record.enter": {
    label: "Enter a medication change, an event, a decision, a note or an injection",
    does: "change",
    grants: CLINICIANS,
  },
  "record.correct": {
    label: "Correct a value, or mark a record as entered in error, with a reason",
    does: "change",
    grants: CLINICIANS_LISTS,
  },
  "trends.view": { label: "See symptom trends and medication", does: "read", grants: CLINICIANS_LISTS },
  "outcomes.view": {
    label: "See program outcomes and the patients behind each number",
    does: "read",
    grants: { director: MY_PROGRAMS },
  },
  "outcomes.note": {
    label: "Note what changed in a program, and keep views of outcomes",
    does: "change",
    grants: { director: MY_PROGRAMS },
  },
  "outcomes.report": {
    label: "Make a report of program outcomes that may leave the program, with small cells withheld",
    does: "change",
    grants: { director: MY_PROGRAMS },
  },
  "patient.open_outside": {
    label: "Open a patient outside one's own, with a reason",
    does: "change",
    grants: { therapist: SITE, prescriber: SITE, director: SITE },
  },
  "patient.lookers": { label: "See who looked at a record", does: "read", grants: OVERSIGHT },
  "opened.view": { label: "See which patients were opened outside", does: "read", grants: OVERSIGHT },

  "schedule.view": { label: "See sessions and their attendance", does: "read", grants: PRACTICE },
  "due.view": {
    label: "See who owes which measure, without scores",
    does: "read",
    grants: { ...CLINICIANS_LISTS, front_desk: MY_PROGRAMS },
  },
  "contact.view": {
    label: "See how to reach a patient",
    does: "read",
    grants: { ...CLINICIANS, front_desk: MY_PROGRAMS },
  },
  "contact.change": {
    label: "Change how to reach a patient",
    does: "change",
    grants: { ...CLINICIANS, front_desk: MY_PROGRAMS },
  },

  "consent.view": { label: "See a patient's consents and disclosures", does: "read", grants: CLINICIANS },
  "consent.change": { label: "Record or revoke a consent", does: "change", grants: CLINICIANS_LISTS },
  "disclosure.make": { label: "Let records leave the program", does: "change", grants: CLINICIANS },

  "imports.view": {
    label: "See imports and where rows were set aside",
    does: "read",
    grants: { ...CLINICIANS_LISTS, administrator: SITE },
  },
  "imports.values": { label: "See the values of set-aside rows", does: "read", grants: CLINICIANS_LISTS },
  "imports.mend": { label: "Mend a set-aside row", does: "change", grants: CLINICIANS_LISTS },
  "imports.dismiss": {
    label: "Take set-aside rows off the list",
    does: "change",
    grants: { ...CLINICIANS_LISTS, administrator: SITE },
  },

  "audit.view": { label: "Read the audit", does: "read", grants: OVERSIGHT },
  "audit.export": { label: "Take the audit out as a file", does: "read", grants: OVERSIGHT },

  "people.view": { label: "See people and their roles", does: "read", grants: { administrator: SITE } },
  "people.change": {
    label: "Invite people, change roles, disable accounts",
    does: "change",
    grants: { administrator: SITE },
  },
  "covers.view": { label: "See who covers for whom", does: "read", grants: OVERSIGHT },
  "covers.change": { label: "Say who covers for whom", does: "change", grants: OVERSIGHT },
  "meetings.view": { label: "See team meetings", does: "read", grants: { director: MY_PROGRAMS } },
  "meetings.change": { label: "Set up team meetings", does: "change", grants: { director: MY_PROGRAMS } },
  "programs.view": { label: "See the settings of programs", does: "read", grants: OVERSIGHT },
  "programs.change": { label: "Change the settings of programs", does: "change", grants: OVERSIGHT },
  "programs.add": { label: "Add a program", does: "change", grants: { administrator: SITE } },
  "running.view": {
    label: "See version, backups and integrity",
    does: "read",
    grants: { administrator: SITE },
  },
} as const satisfies Record<string, Permission>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as readonly Action[];

/** The scopes that a role has for an action; none when the table does not name it. */
export function scopesOf(action: Action, role: Role): readonly Scope[] {
  const grants: Grants = PERMISSIONS[action].grants;
  return grants[role] ?? [];
}

/** Whether any of the roles may do it to anybody at all. */
export function mayAtAll(action: Action, roles: readonly Role[]): boolean {
  return roles.some((role) => scopesOf(action, role).length > 0);
}

/** Roles whose reach makes a second factor a must. */
export const SECOND_FACTOR_ROLES = ["director", "administrator"] as const satisfies readonly Role[];
