import type { ComparedValue } from "@soundings/clinical";
import { ChangeText } from "./ChangeText.tsx";
import { isReliable, unreliableWords } from "./change.ts";

interface ComparedTextProps {
  readonly change: number;
  readonly reliable: ComparedValue["reliable"];
  /** How many values it is read from. */
  readonly values: number;
}

/** "+7 ↑ reliably worse"; below the reliable change "+1, no reliable change" in ink, since it may be the error of the measure. */
export function ComparedText({ change, reliable, values }: ComparedTextProps) {
  if (isReliable(reliable)) return <ChangeText change={change} reliable={reliable} values={values} />;
  return <span>{unreliableWords(change, reliable)}</span>;
}
