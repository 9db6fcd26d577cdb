import type { OutcomesFilter, OutcomesOptions } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import type { WhenReady } from "./answer.ts";

export async function readOutcomesOptions(
  _asked: Asked,
  _filter: OutcomesFilter,
): Promise<WhenReady<OutcomesOptions>> {
  throw new AppError("unexpected");
}
