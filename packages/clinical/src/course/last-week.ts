import { addDays, daysBetween } from "../calendar/civil.ts";
import { inLast } from "../findings/days.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { item9Evidence, scoreEvidence } from "../findings/evidence.ts";
import { scoresTakingPart } from "../findings/series.ts";
import { instrumentName, scoreText } from "../findings/wording.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import { sessionMarkOf } from "../picture/attendance.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import { type Clause, changeSentence, known, missing, type Piece } from "./clause.ts";
import { attendedPiece, changeOf, datedScores, scorePiece } from "./pieces.ts";
import { CURRENT_DAYS, isCurrent, lastDay } from "./present.ts";
import type { ChangeSentence } from "./types.ts";
import { weeksScreens } from "./weeks-screens.ts";

/** A week is 7 days, but a weekly form comes a few days early or late: those 5 to 10 days before the latest compare. */
const WEEK = { days: 7, apartAtLeast: 5, apartAtMost: 10 } as const;

/** The least answer to item 9 that is said before anything else. */
const ITEM_9_RAISED = 1;

/** Item 9 comes first whenever its latest known answer is above 0, or the latest PHQ-9 does not give one. */
function item9Clause(view: EpisodeView): readonly Clause[] {
  const latest = view.item9Days.at(-1);
  const answered = view.item9Days.findLast(({ item9 }) => item9 !== null);
  const pieces: (readonly Piece[])[] = [];
  if (answered !== undefined && answered.item9 !== null && answered.item9 >= ITEM_9_RAISED) {
    const words = instrumentOf("phq-9").texts.en.answers[answered.item9]?.toLowerCase() ?? "";
    const answer = { text: `${answered.item9} (${words})`, record: item9Evidence(answered) };
    pieces.push(["answered ", answer, ` on ${answered.on}`]);
  }
  if (latest !== undefined && latest.item9 === null) {
    const day = { text: latest.on, record: item9Evidence(latest) };
    pieces.push(
      latest.otherItemAnswered ? ["not answered on ", day] : ["not known on ", day, " (total only)"],
    );
  }
  const [first, second] = pieces;
  if (first === undefined) return [];
  return [known("item 9 ", ...first, ...(second === undefined ? [] : [", ", ...second]))];
}

function scoreClause(view: EpisodeView, instrument: InstrumentId): Clause {
  const points = scoresTakingPart(view, instrument);
  const name = instrumentName(instrument);
  const latest = points.at(-1);
  if (latest === undefined) return missing(`no ${name}`);
  if (!isCurrent(view, latest)) {
    const old = { text: scoreText(latest), record: scoreEvidence(latest) };
    return missing(`no ${name} in the last ${CURRENT_DAYS} days (latest `, old, ` on ${latest.on})`);
  }
  const before = points.findLast(({ on }) => {
    const apart = daysBetween(on, latest.on);
    return apart >= WEEK.apartAtLeast && apart <= WEEK.apartAtMost;
  });
  if (before === undefined) {
    const span = `${WEEK.apartAtLeast} to ${WEEK.apartAtMost}`;
    return known(`${name} `, scorePiece(latest), ` on ${latest.on}, none ${span} days before it`);
  }
  return known(`${name} `, ...datedScores(before, latest), ` (${changeOf(before, latest)})`);
}

function attendanceClause(view: EpisodeView): Clause {
  const last = lastDay(view);
  const sessions = inLast(view.sessions, WEEK.days, last);
  const now = attendedPiece(sessions);
  const before = attendedPiece(inLast(view.sessions, WEEK.days, addDays(last, -WEEK.days)));
  const span = `in the last ${WEEK.days} days${view.episode.dischargedOn === null ? "" : " of the stay"}`;
  const unmarked = sessions.filter(
    ({ record, on }) => sessionMarkOf(record.status, on, view.asOf) === "unmarked",
  );
  const open = unmarked.length === 0 ? "" : ` (${unmarked.length} not marked)`;
  const earlierDays = `in the ${WEEK.days} before`;
  if (now === null && before === null)
    return missing(`no countable session ${span} or ${earlierDays}${open}`);
  if (now === null) {
    return known(`no countable session ${span}${open}, `, before ?? "", ` attended ${earlierDays}`);
  }
  const sinceThen = before === null ? ["none that counts"] : [before];
  return known(now, ` sessions attended ${span}${open}, `, ...sinceThen, ` ${earlierDays}`);
}

/**
 * Since last week: each instrument's latest score against the last one dated 5 to 10 days before it, the attendance of
 * the last 7 days against the 7 before, and the screens that came in. After a discharge the week is the last of the stay.
 */
export function sinceLastWeek(view: EpisodeView): ChangeSentence {
  const isBegun = view.episode.admittedOn <= view.asOf;
  return changeSentence("last_week", isBegun ? addDays(lastDay(view), -WEEK.days) : null, "last week", [
    ...item9Clause(view),
    ...INSTRUMENT_IDS.map((instrument) => scoreClause(view, instrument)),
    attendanceClause(view),
    ...weeksScreens(view, { last: lastDay(view), days: WEEK.days }),
  ]);
}
