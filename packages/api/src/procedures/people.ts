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
import {
  change as changePerson,
  disable,
  enable,
  endSignIns,
  invite,
  makeResetLink,
  readPeoplePage,
  removeSecondFactor,
} from "../people/people.ts";
import { change, read, router, work } from "../trpc.ts";

/** Which roles a person was given, without name and address. */
const given = (staffId: string | null, roles: readonly RoleHeld[]) => ({ staffId, roles });

export const peopleRouter = router({
  page: read({
    action: "people.view",
    input: z.void(),
    output: peoplePage,
    body: readPeoplePage,
    audit: (_, { people }) => ({ event: "people_viewed", detail: { people: people.length } }),
  }),
  invite: work({
    action: "people.change",
    input: inviteInput,
    output: oneTimeLink,
    body: invite,
  }),
  change: change({
    action: "people.change",
    input: changePersonInput,
    output: done,
    body: changePerson,
    audit: ({ personId, staffId, roles }) => ({
      event: "person_changed",
      detail: { personId, ...given(staffId, roles) },
    }),
  }),
  disable: change({
    action: "people.change",
    input: personInput,
    output: done,
    body: disable,
    audit: ({ personId }) => ({ event: "person_disabled", detail: { personId } }),
  }),
  enable: change({
    action: "people.change",
    input: personInput,
    output: done,
    body: enable,
    audit: ({ personId }) => ({ event: "person_enabled", detail: { personId } }),
  }),
  endSignIns: change({
    action: "people.change",
    input: personInput,
    output: done,
    body: endSignIns,
    audit: ({ personId }) => ({ event: "sign_in_ended", detail: { personId, all: true } }),
  }),
  resetLink: work({
    action: "people.change",
    input: personInput,
    output: oneTimeLink,
    body: makeResetLink,
  }),
  removeSecondFactor: change({
    action: "people.change",
    input: personInput,
    output: done,
    body: removeSecondFactor,
    audit: ({ personId }) => ({ event: "second_factor_changed", detail: { personId, removed: true } }),
  }),
});
