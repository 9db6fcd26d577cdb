import { z } from "zod";
import { instantOut } from "./dates.ts";
import { line } from "./free-text.ts";
import { ROLES } from "./permissions.ts";

export const role = z.enum(ROLES);
const id = z.string().min(1).max(64);
export const emailIn = z.email().max(254).toLowerCase();
const personName = line(120);

/** A role and the programs in which it is held; an administrator's reaches the site and names none. */
export const roleHeld = z.object({ role, programIds: z.array(id).max(200).readonly() });
export type RoleHeld = z.infer<typeof roleHeld>;

/** Whoever is signed in: what every page needs to know of them. */
export const me = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  /** The member of staff of the clinic's records whom this person is; null for one who treats nobody. */
  staffId: z.string().nullable(),
  roles: z.array(roleHeld).readonly(),
  /** Actions of PERMISSIONS that any of the roles may do; pages show only these. */
  actions: z.array(z.string()).readonly(),
  /** `needed`: until it is set up, only the account may be used. */
  secondFactor: z.enum(["none", "needed", "set_up"]),
  /** Whether an authenticator app is set up; a passkey is a second factor too. */
  authenticatorApp: z.boolean(),
  passkeys: z.int(),
  recoveryCodesLeft: z.int(),
  /** Minutes without a key or a touch after which the sign-in ends, 5 to 30. */
  idleMinutes: z.int(),
  /** When the sign-in ends in any case. */
  endsAt: instantOut,
});
export type Me = z.infer<typeof me>;

/** One sign-in of the person who asks. */
export const ownSignIn = z.object({
  signInId: z.string(),
  current: z.boolean(),
  startedAt: instantOut,
  lastActiveAt: instantOut,
  device: z.string(),
});
export const ownSignIns = z.object({ signIns: z.array(ownSignIn).readonly() });

export const personListing = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  staffId: z.string().nullable(),
  staffName: z.string().nullable(),
  roles: z.array(roleHeld).readonly(),
  /** `invited`: the link was not used yet. */
  state: z.enum(["invited", "active", "disabled"]),
  /** When the one-time link runs out or ran out that was made last and not used; null when there is none. */
  linkUntil: instantOut.nullable(),
  secondFactor: z.boolean(),
  passkeys: z.int(),
  signIns: z.int(),
  lastActiveAt: instantOut.nullable(),
});
export type PersonListing = z.infer<typeof personListing>;

/** Everybody with an account, and members of staff of the records who have none yet. */
export const peoplePage = z.object({
  people: z.array(personListing).readonly(),
  uninvited: z
    .array(
      z.object({
        staffId: z.string(),
        name: z.string(),
        role,
        email: z.string().nullable(),
        programIds: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  programs: z.array(z.object({ programId: z.string(), name: z.string() })).readonly(),
});
export type PeoplePage = z.infer<typeof peoplePage>;

export const inviteInput = z.object({
  name: personName,
  email: emailIn,
  staffId: id.nullable(),
  roles: z.array(roleHeld).min(1).max(ROLES.length),
});
export type InviteInput = z.infer<typeof inviteInput>;

/** A link that works once, until it expires. It is shown once, to whoever asked for it, and mailed when mail is set up. */
export const oneTimeLink = z.object({
  personId: z.string(),
  /** The path with its secret, such as `/link#…`; the page puts the site's own address before it. */
  path: z.string(),
  expiresAt: instantOut,
  mailed: z.boolean(),
});
export type OneTimeLink = z.infer<typeof oneTimeLink>;

export const personInput = z.object({ personId: id });
export const changePersonInput = inviteInput.extend({ personId: id });
export type ChangePersonInput = z.infer<typeof changePersonInput>;
export const done = z.object({ done: z.literal(true) });
