import type { Figure } from "@soundings/clinical";
import type { LeavingFigureInput } from "@soundings/contract";
import type { AuditEvent } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import type { WhenReady } from "./answer.ts";

export async function readLeavingFigure(
  _asked: Asked,
  _input: LeavingFigureInput,
): Promise<WhenReady<Figure>> {
  throw new AppError("unexpected");
}

export function leavingEntry(input: LeavingFigureInput, output: WhenReady<Figure>): AuditEvent | null {
  return output.state === "ready" ? { event: "outcomes_left", detail: { ...input } } : null;
}
