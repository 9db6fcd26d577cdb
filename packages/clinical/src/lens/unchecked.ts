import { wordsOf } from "../medications/recognize.ts";
import { screenOnTimeline } from "../picture/screen-lane.ts";
import { listedAnalyte } from "../screens/analytes.ts";
import { interferingWords } from "../screens/interference.ts";
import { judgedScreens } from "../summary/screen-marks.ts";
import type { LensContext } from "./context.ts";

/** Words of the medications that the notes beside the results of the stay speak of. */
function wordsNoted({ view, known }: LensContext): ReadonlySet<string> {
  const changes = known.medicationChanges;
  return new Set(
    judgedScreens(view)
      .map((screen) => screenOnTimeline(screen, changes))
      .flatMap(({ results, on }) =>
        results.flatMap(({ analyte, interference }) => {
          const listed = listedAnalyte(analyte);
          return interference === null || listed === null ? [] : interferingWords(listed.id, changes, on);
        }),
      ),
  );
}

/** The medications that no note on an interference names. */
export function unchecked(context: LensContext, medications: readonly string[]): readonly string[] {
  if (medications.length === 0) return medications;
  const noted = wordsNoted(context);
  return medications.filter((medication) => !wordsOf(medication).some((word) => noted.has(word)));
}
