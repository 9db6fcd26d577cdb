import type { OutcomePatients, OutcomePatientsInput } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import type { WhenReady } from "./answer.ts";

export async function readOutcomePatients(
  _asked: Asked,
  _input: OutcomePatientsInput,
): Promise<WhenReady<OutcomePatients>> {
  throw new AppError("unexpected");
}
