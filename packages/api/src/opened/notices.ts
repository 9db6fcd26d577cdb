import type { NoticesPage } from "@soundings/contract";
import { noteSeen, noticesOf } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** What the person who asks was told, newest first. */
export function readNotices({ store, person }: Asked): NoticesPage {
  return { notices: noticesOf(store, person.personId) };
}

/** @throws AppError no_such_entry, for a notice that is not there and for somebody else's. */
export function markSeen(
  { store, person, now }: Asked,
  { noticeId }: { readonly noticeId: string },
): { readonly done: true } {
  if (!noteSeen(store.writer, person.personId, { noticeId, now: now() })) throw new AppError("no_such_entry");
  return { done: true };
}
