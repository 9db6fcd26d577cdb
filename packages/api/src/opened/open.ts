import type { OpenOutsideResult } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

export async function openOutside(_asked: Asked, _input: unknown): Promise<OpenOutsideResult> {
  throw new AppError("no_such_patient");
}
