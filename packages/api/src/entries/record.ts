import type { RecordInput, RecordView } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** @throws AppError no_such_entry. */
export function readEntry(_asked: Asked, _input: RecordInput): RecordView {
  throw new AppError("no_such_entry");
}
