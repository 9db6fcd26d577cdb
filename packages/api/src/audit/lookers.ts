import type { LookersPage } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

export function readLookers(_asked: Asked, _input: unknown): LookersPage {
  throw new AppError("no_such_patient");
}
