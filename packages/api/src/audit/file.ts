import type { AuditFile } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

export function auditAsFile(_asked: Asked, _input: unknown): AuditFile {
  throw new AppError("no_such_entry");
}
