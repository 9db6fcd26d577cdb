import type { Corrected, TakeBackInput } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** @throws AppError no_such_entry. */
export function takeBackEntry(_asked: Asked, _input: TakeBackInput): Corrected {
  throw new AppError("no_such_entry");
}
