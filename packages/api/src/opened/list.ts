import type { OpenedOutsidePage } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

export function readOpened(_asked: Asked): OpenedOutsidePage {
  throw new AppError("no_such_entry");
}
