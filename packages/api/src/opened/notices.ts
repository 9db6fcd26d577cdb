import type { NoticesPage } from "@soundings/contract";
import { EVERYONE, noteSeen, noticesOf, type PatientScope } from "@soundings/records";
import { reachesSite } from "../access/scope.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** Whose openings the person oversees now, which may be others than when the notice was left. */
function ofNotices({ person, action, scope }: Asked): PatientScope {
  return reachesSite(person, action) ? EVERYONE : scope;
}

/** What the person who asks was told, newest first. */
export function readNotices(asked: Asked): NoticesPage {
  const { store, person } = asked;
  return { notices: noticesOf(store, person.personId, ofNotices(asked)) };
}

/** @throws AppError no_such_entry: for a notice that is not there, for somebody else's, and of a patient out of scope. */
export function markSeen(asked: Asked, { noticeId }: { readonly noticeId: string }): { readonly done: true } {
  const { store, person, now } = asked;
  const seeing = { personId: person.personId, scope: ofNotices(asked), noticeId, now: now() };
  if (!noteSeen(store.writer, seeing)) throw new AppError("no_such_entry");
  return { done: true };
}
