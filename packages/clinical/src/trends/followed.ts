import { MOUD } from "../medications/ingredients.ts";
import { ingredientsOf } from "../medications/recognize.ts";
import type { MedicationChange } from "../records/types.ts";

const OPIOID_USE_DISORDER: ReadonlySet<string> = new Set(MOUD);

/** "as needed", "as-needed", "PRN", "p.r.n." in the frequency, the dose or the text of the medication. */
const AS_NEEDED = /(?<!\p{L})(?:as[\s-]needed|when needed|p\.?\s?r\.?\s?n)(?!\p{L})/iu;

/**
 * Whether PHQ-9 and GAD-7 follow the effect of a medication, so that its review windows ask for a look at them: not of
 * one for opioid use disorder, and not of one that is taken only when needed. A program default without a published basis;
 * of all others it is assumed, whatever they are.
 *
 * @param change the start or dose that the present dose began with
 */
export function isFollowedByScores({ medication, dose, unit, frequency }: MedicationChange): boolean {
  if (ingredientsOf(medication).some((ingredient) => OPIOID_USE_DISORDER.has(ingredient))) return false;
  return ![medication, dose, unit, frequency].some((text) => text !== null && AS_NEEDED.test(text));
}
