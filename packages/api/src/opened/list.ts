import type { OpenedOutsidePage } from "@soundings/contract";
import { EVERYONE, openedOutside } from "@soundings/records";
import { reachesSite } from "../access/scope.ts";
import type { Asked } from "../trpc.ts";

/** Who was opened from outside, newest first: all for an administrator, those of a director's programs. */
export function readOpened({ store, person, action, scope }: Asked): OpenedOutsidePage {
  return { openings: openedOutside(store, reachesSite(person, action) ? EVERYONE : scope) };
}
