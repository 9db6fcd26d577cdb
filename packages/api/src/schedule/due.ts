import type { DuePage } from "@soundings/contract";
import type { Asked } from "../trpc.ts";

export async function readDue(
  asked: Asked,
  _input: { readonly program?: string | undefined },
): Promise<DuePage> {
  return { today: asked.today(), programs: [], due: [] };
}
