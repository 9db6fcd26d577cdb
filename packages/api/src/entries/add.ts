import type { AddEntryInput, Entered } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** @throws AppError no_such_entry. */
export function addEntry(_asked: Asked, _input: AddEntryInput): Entered {
  throw new AppError("no_such_entry");
}
