import { counted, sentence } from "../findings/wording.ts";
import { isAnalytePrescribed } from "../medications/prescriptions.ts";
import { EXPECTED_DRUGS, expectedDrugAbsent } from "../rules/expected-drug-absent.ts";
import { absentText, judgedScreens } from "../summary/screen-marks.ts";
import type { LensContext } from "./context.ts";
import type { InjectionView, LensNotice, MedicationLens } from "./types.ts";

function injectionNotice({
  medication,
  state,
  nextDueOn,
  daysPastDue,
}: InjectionView): readonly LensNotice[] {
  if (state !== "late" && state !== "overdue") return [];
  const days = counted(daysPastDue, "day");
  const text = `Injection ${state}: ${medication}, ${days} past its due date of ${nextDueOn}`;
  return [{ kind: "injection", text }];
}

/**
 * What the latest valid screen of a running stay lacks of the drugs still prescribed, whatever its age, unless a finding
 * says so: the rule reads two drugs and the screens of its own days.
 */
function absentNotices({ view, asOf }: LensContext): readonly LensNotice[] {
  if (view.phase !== "active") return [];
  const latest = judgedScreens(view).findLast(({ reading }) => reading.valid && reading.takesPart);
  if (latest === undefined) return [];
  const isFound = expectedDrugAbsent.evaluate(view, { raised: [], card: null }).length > 0;
  const said: readonly string[] = isFound ? EXPECTED_DRUGS : [];
  const absent = latest.absent.filter(
    (drug) => !said.includes(drug) && isAnalytePrescribed(view.prescriptions, drug, asOf),
  );
  const text = absentText({ absent });
  return text === null
    ? []
    : [{ kind: "expected_absent", text: sentence(`${text} on ${latest.reading.on}`) }];
}

/** What of the prescriber's views needs a look though no finding says so, the most pressing kind first. */
export function lensNotices(
  context: LensContext,
  { injections, watches }: Pick<MedicationLens, "injections" | "watches">,
): readonly LensNotice[] {
  return [
    ...injections.flatMap(injectionNotice),
    ...watches.map(({ text }): LensNotice => ({ kind: "young_adult_watch", text })),
    ...absentNotices(context),
  ];
}
