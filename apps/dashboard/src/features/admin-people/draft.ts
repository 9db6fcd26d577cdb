import {
  emailIn,
  type InviteInput,
  type PeoplePage,
  type PersonListing,
  ROLES,
  type Role,
  type RoleHeld,
} from "@soundings/contract";

/** A person as the form holds it: the programs of each role that is chosen. */
export interface Draft {
  readonly name: string;
  readonly email: string;
  readonly staffId: string | null;
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
}

export const NOBODY: Draft = { name: "", email: "", staffId: null, roles: {} };

type Uninvited = PeoplePage["uninvited"][number];

export function draftOfStaff({ staffId, name, email, role, programIds }: Uninvited): Draft {
  return { name, email: email ?? "", staffId, roles: { [role]: role === "administrator" ? [] : programIds } };
}

export function draftOfPerson({ name, email, staffId, roles }: PersonListing): Draft {
  return {
    name,
    email,
    staffId,
    roles: Object.fromEntries(roles.map(({ role, programIds }) => [role, programIds])),
  };
}

/** The administrator's role reaches the site; every other is held in programs. */
export const isOfSite = (role: Role) => role === "administrator";

export function withRole(draft: Draft, role: Role, programIds: readonly string[] | undefined): Draft {
  const { [role]: _, ...others } = draft.roles;
  return { ...draft, roles: programIds === undefined ? others : { ...others, [role]: programIds } };
}

export interface DraftProblems {
  readonly name?: string;
  readonly email?: string;
  readonly roles?: string;
  readonly programs: Readonly<Partial<Record<Role, string>>>;
}

/** What is wrong with a draft, at the field where it is mended; null when it can be sent. */
export function problemsOf(draft: Draft): DraftProblems | null {
  const chosen = ROLES.filter((role) => draft.roles[role] !== undefined);
  const empty = chosen.filter((role) => !isOfSite(role) && draft.roles[role]?.length === 0);
  const problems = {
    ...(draft.name.trim() === "" ? { name: "Enter the person's name." } : {}),
    ...(emailIn.safeParse(draft.email.trim()).success
      ? {}
      : { email: "Enter an e-mail address, such as name@example.org." }),
    ...(chosen.length === 0 ? { roles: "Choose at least one role." } : {}),
    programs: Object.fromEntries(
      empty.map((role) => [role, "Choose at least one program, or take the role away."]),
    ),
  };
  return Object.keys(problems).length === 1 && empty.length === 0 ? null : problems;
}

export function inputOf(draft: Draft): InviteInput {
  const roles: RoleHeld[] = ROLES.flatMap((role) => {
    const programIds = draft.roles[role];
    return programIds === undefined ? [] : [{ role, programIds: isOfSite(role) ? [] : programIds }];
  });
  return { name: draft.name.trim(), email: draft.email.trim().toLowerCase(), staffId: draft.staffId, roles };
}
