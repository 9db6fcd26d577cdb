import type { NoticesPage } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

export function readNotices(_asked: Asked): NoticesPage {
  throw new AppError("no_such_entry");
}

export function markSeen(_asked: Asked, _input: { readonly noticeId: string }): { readonly done: true } {
  throw new AppError("no_such_entry");
}
