import type { ChangePersonInput, InviteInput, OneTimeLink, PeoplePage, RoleHeld } from "@soundings/contract";
import {
  addPerson,
  appendAudit,
  changePerson,
  disablePerson,
  enablePerson,
  endEverySignIn,
  type LinkKind,
  type ListedPerson,
  listPeople,
  makeLink,
  removeSecondFactorOf,
  staffWithoutAccount,
  tellOfRoles,
} from "@soundings/records";
import { programsToChoose } from "../administration/names.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

type Done = { readonly done: true };
const DONE: Done = { done: true };

export function readPeoplePage({ store, now }: Asked): PeoplePage {
  return {
    people: listPeople(store, now()),
    uninvited: staffWithoutAccount(store),
    programs: programsToChoose(store),
  };
}

interface Recipient {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly kind: LinkKind;
}

type Made = Recipient & ReturnType<typeof makeLink>;

function linkFor({ store, actor, now }: Asked, to: Recipient): Made {
  return { ...to, ...makeLink(store, actor, to, now()) };
}

/** Mails the link when mail is set up. It is shown in any case, so a mail that does not go out loses nothing. */
async function sent({ mailLink }: Asked, made: Made): Promise<OneTimeLink> {
  const { personId, name, email, kind, path, expiresAt } = made;
  const mailed =
    mailLink !== null && (await mailLink({ name, email, kind, path, expiresAt }).catch(() => false));
  return { personId, path, expiresAt, mailed };
}

/** The account, its entry in the audit and the link are one transaction; the mail follows. */
export function invite(asked: Asked, input: InviteInput): Promise<OneTimeLink> {
  const { store, actor, now } = asked;
  const made = store.writer.act(() => {
    const personId = addPerson(store.writer, input, now());
    const { name, email, staffId, roles } = input;
    appendAudit(
      store.writer,
      actor,
      { event: "person_invited", detail: { personId, staffId, roles } },
      now(),
    );
    tellOfRoles(store.writer, actor, { personId, before: [], after: roles }, now());
    return linkFor(asked, { personId, name, email, kind: "invite" });
  });
  return sent(asked, made);
}

function listed({ store, now }: Asked, personId: string): ListedPerson {
  const person = listPeople(store, now()).find((one) => one.personId === personId);
  if (person === undefined) throw new AppError("no_such_entry");
  return person;
}

/**
 * What an administrator does to others and not to themselves: a stolen sign-in must not be turned into an account of one's
 * own, and nobody locks themselves out.
 */
function ofAnother({ person }: Asked, personId: string): string {
  if (personId === person.personId) throw new AppError("own_account");
  return personId;
}

/** A new link for somebody who lost the password, or never used the first link. A disabled account gets none. */
export async function makeResetLink(
  asked: Asked,
  { personId }: { readonly personId: string },
): Promise<OneTimeLink> {
  const { name, email, state } = listed(asked, ofAnother(asked, personId));
  if (state === "disabled") throw new AppError("no_such_entry");
  const made = linkFor(asked, { personId, name, email, kind: state === "invited" ? "invite" : "reset" });
  return sent(asked, made);
}

function rolesText(roles: readonly RoleHeld[]): string {
  return JSON.stringify(
    roles.map(({ role, programIds }) => [role, ...[...new Set(programIds)].sort()]).sort(),
  );
}

/** Of one's own account only the name may change: nobody gives themself a role, a caseload or another address. */
function isMoreThanTheName({ person }: Asked, input: ChangePersonInput): boolean {
  return (
    input.staffId !== person.staffId ||
    input.email !== person.email ||
    rolesText(input.roles) !== rolesText(person.roles)
  );
}

/** @throws AppError own_account; what `changePerson` throws. */
export function change(asked: Asked, input: ChangePersonInput): Done {
  const { store, actor, now } = asked;
  if (isMoreThanTheName(asked, input)) ofAnother(asked, input.personId);
  changePerson(store, actor, input, now());
  return DONE;
}

export function disable(asked: Asked, { personId }: { readonly personId: string }): Done {
  const { store, actor, now } = asked;
  disablePerson(store, actor, ofAnother(asked, personId), now());
  return DONE;
}

export function enable({ store, now }: Asked, { personId }: { readonly personId: string }): Done {
  enablePerson(store, personId, now());
  return DONE;
}

export function endSignIns({ store, actor, now }: Asked, { personId }: { readonly personId: string }): Done {
  endEverySignIn(store, actor, personId, now());
  return DONE;
}

export function removeSecondFactor(asked: Asked, { personId }: { readonly personId: string }): Done {
  const { store, actor, now } = asked;
  removeSecondFactorOf(store, actor, ofAnother(asked, personId), now());
  return DONE;
}
