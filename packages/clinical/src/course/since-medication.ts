import { addDays } from "../calendar/civil.ts";
import { WINDOW } from "../findings/belonging.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { changeEvidence } from "../findings/evidence.ts";
import type { Known, KnownChart } from "../findings/known.ts";
import { scoresTakingPart } from "../findings/series.ts";
import { counted, instrumentName } from "../findings/wording.ts";
import { changeText, medicationHistories } from "../medications/history.ts";
import { compareChanges } from "../medications/prescriptions.ts";
import { earlier } from "../picture/axis.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import type { MedicationChange } from "../records/types.ts";
import { type Clause, changeSentence, known, listedClauses, missing } from "./clause.ts";
import { changeOf, datedScores, scorePiece } from "./pieces.ts";
import type { ChangeSentence } from "./types.ts";

type Change = Known<MedicationChange>;

/** Changes of one day named in the sentence; further ones are counted. */
const NAMED_AT_MOST = 2;

/**
 * The changes of the last day on which there is one, none after the week that follows a discharge. What repeats the dose
 * that stood is no change.
 */
function lastChanges(chart: KnownChart, view: EpisodeView): readonly Change[] {
  const { dischargedOn } = view.episode;
  const closes = dischargedOn === null ? view.asOf : addDays(dischargedOn, WINDOW.daysAfter);
  const until = earlier(view.asOf, closes);
  const changes = medicationHistories(chart.medicationChanges)
    .flatMap(({ effective }) => effective)
    .filter(({ on }) => on <= until)
    .toSorted(compareChanges);
  const last = changes.at(-1);
  return changes.filter(({ on }) => on === last?.on);
}

function changesClause(changes: readonly Change[], last: Change): Clause {
  const named = changes.slice(0, NAMED_AT_MOST);
  const pieces = named.flatMap((change, place) => {
    const piece = { text: changeText(change.record), record: changeEvidence(change) };
    return place === 0 ? [piece] : [", ", piece];
  });
  const more = changes.length - named.length;
  return known(
    ...pieces,
    more === 0 ? ` on ${last.on}` : ` and ${counted(more, "other change")} on ${last.on}`,
  );
}

function scoreClause(view: EpisodeView, instrument: InstrumentId, { on }: Change): Clause {
  const points = scoresTakingPart(view, instrument);
  const name = instrumentName(instrument);
  const from = points.findLast((point) => point.on <= on);
  const to = points.findLast((point) => point.on > on);
  if (from !== undefined && to !== undefined) {
    const n = points.filter((point) => point.on >= from.on).length;
    const change = ` (${changeOf(from, to)}, ${counted(n, "score")})`;
    return known(`${name} `, ...datedScores(from, to), change);
  }
  if (from !== undefined) return known(`${name} `, scorePiece(from), ` on ${from.on}, none after the change`);
  if (to === undefined) return missing(`no ${name}`);
  return known(`${name} `, scorePiece(to), ` on ${to.on}, none up to the day of the change`);
}

/**
 * Since the last medication change: what it was, and each instrument's last score up to its day against the latest after
 * it, with how many scores lie from the one to the other. Says what was, not why.
 */
export function sinceMedicationChange(chart: KnownChart, view: EpisodeView): ChangeSentence {
  const span = "last_medication_change";
  const days = "the last medication change";
  const changes = lastChanges(chart, view);
  const last = changes.at(-1);
  if (last === undefined) {
    return changeSentence(span, null, days, [missing("no medication change is known")]);
  }
  const scores = INSTRUMENT_IDS.map((instrument) => scoreClause(view, instrument, last));
  const what = changesClause(changes, last);
  if (scores.some(({ hasData }) => hasData)) return changeSentence(span, last.on, days, [what, ...scores]);
  const none: Clause = {
    hasData: false,
    parts: [{ text: "no data: ", record: null }, ...listedClauses(scores)],
  };
  return changeSentence(span, last.on, days, [what, none]);
}
