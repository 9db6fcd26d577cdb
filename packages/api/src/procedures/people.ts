import {
  changePersonInput,
  done,
  inviteInput,
  oneTimeLink,
  peoplePage,
  personInput,
  type RoleHeld,
} from "@soundings/contract";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { change, read, router, work } from "../trpc.ts";

const missing = () => {
  throw new AppError("no_such_entry");
};

/** Which roles a person was given, without name and address. */
const given = (staffId: string | null, roles: readonly RoleHeld[]) => ({ staffId, roles });

export const peopleRouter = router({
  page: read({
    action: "people.view",
    input: z.void(),
    output: peoplePage,
    body: missing,
    audit: (_, { people }) => ({ event: "people_viewed", detail: { people: people.length } }),
  }),
  invite: change({
    action: "people.change",
    input: inviteInput,
    output: oneTimeLink,
    body: missing,
    audit: ({ staffId, roles }, { personId }) => ({
      event: "person_invited",
      detail: { personId, ...given(staffId, roles) },
    }),
  }),
  change: change({
    action: "people.change",
    input: changePersonInput,
    output: done,
    body: missing,
    audit: ({ personId, staffId, roles }) => ({
      event: "person_changed",
      detail: { personId, ...given(staffId, roles) },
    }),
  }),
  disable: change({
    action: "people.change",
    input: personInput,
    output: done,
    body: missing,
    audit: ({ personId }) => ({ event: "person_disabled", detail: { personId } }),
  }),
  enable: change({
    action: "people.change",
    input: personInput,
    output: done,
    body: missing,
    audit: ({ personId }) => ({ event: "person_enabled", detail: { personId } }),
  }),
  endSignIns: change({
    action: "people.change",
    input: personInput,
    output: done,
    body: missing,
    audit: ({ personId }) => ({ event: "sign_in_ended", detail: { personId, all: true } }),
  }),
  resetLink: work({
    action: "people.change",
    input: personInput,
    output: oneTimeLink,
    body: missing,
  }),
  removeSecondFactor: change({
    action: "people.change",
    input: personInput,
    output: done,
    body: missing,
    audit: ({ personId }) => ({ event: "second_factor_changed", detail: { personId, removed: true } }),
  }),
});
