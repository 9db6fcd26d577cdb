import type { Corrected, CorrectInput } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** @throws AppError no_such_entry. */
export function correctEntry(_asked: Asked, _input: CorrectInput): Corrected {
  throw new AppError("no_such_entry");
}
