import type { StaffRole } from "@soundings/clinical";

/** A role with the programs in which it is held; an administrator's reaches the site and names none. */
export interface RoleHeld {
  readonly role: StaffRole;
  readonly programIds: readonly string[];
}

/** Somebody who may sign in. */
export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** The member of staff of the records whom this person is; null for one who treats nobody. */
  readonly staffId: string | null;
  readonly roles: readonly RoleHeld[];
  readonly disabled: boolean;
}
