import type { AuditPage } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

export function readAuditPage(_asked: Asked, _input: unknown): AuditPage {
  throw new AppError("no_such_entry");
}
