import type { RunningStatus } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

export function readRunning(_asked: Asked): RunningStatus {
  throw new AppError("no_such_entry");
}
