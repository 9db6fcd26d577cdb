import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { INGREDIENTS, OWN_ANALYTE } from "../medications/ingredients.ts";
import { type Prescriptions, runOn } from "../medications/prescriptions.ts";
import { EXPECTED_AFTER } from "../rules/expected-drug-absent.ts";
import { ANALYTES, type AnalyteId } from "../screens/analytes.ts";
import { isValidNegative, type ScreenReading } from "../screens/reading.ts";

/** Prescribed on the day of the screen, and long enough before it that the screen should find it. */
function isExpected(prescriptions: Prescriptions, analyte: AnalyteId, on: CalendarDate): boolean {
  const latestStart = addDays(on, -EXPECTED_AFTER.value);
  return INGREDIENTS.some((ingredient) => {
    if (OWN_ANALYTE[ingredient] !== analyte) return false;
    const run = runOn(prescriptions, ingredient, on);
    return run !== null && run.from <= latestStart;
  });
}

/**
 * The analytes that a valid specimen was negative for though the drug itself is prescribed, in their listed order. Such a
 * screen counts as negative wherever screens are counted; that it lacks a drug is said beside it.
 */
export function expectedAbsent(reading: ScreenReading, prescriptions: Prescriptions): readonly AnalyteId[] {
  return ANALYTES.map(({ id }) => id).filter(
    (id) => isValidNegative(reading, id) && isExpected(prescriptions, id, reading.on),
  );
}
