import type { OutcomesJson } from "@soundings/clinical";
import { counted } from "../../../ui/numbers.ts";

type Retained = Pick<OutcomesJson["retention"], "median" | "n" | "events">;

/**
 * What the curve says of half of them. It is of whoever was still followed: where most end as planned before, it comes down to a half although
 * far fewer than half of all left early.
 */
export function medianWords({ median, n, events }: Retained): string {
  if (n === 0) return "";
  if (events === 0) return "Nobody left early, so there is no median.";
  if (median === null)
    return "The curve stays above one half as far as they were followed: there is no median.";
  const comes = `The curve comes down to one half on day ${median.day}, the median, with ${counted(median.at_risk, "stay")} still followed by then`;
  return 2 * events < n ? `${comes}; it is not that half of all left early.` : `${comes}.`;
}
