import { changeSinceBaseline } from "../findings/change.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { compareDates } from "../findings/order.ts";
import { counted, instrumentName, listed } from "../findings/wording.ts";
import { type ReliableChange, reliableChangeOf } from "../instruments/reliable-change.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import { ANALYTES } from "../screens/analytes.ts";
import { type JudgedScreen, judgedScreens } from "../summary/screen-marks.ts";
import { type Clause, changeSentence, known, missing, type Piece } from "./clause.ts";
import { attendedPiece, changeOf, positivePiece, scorePiece, screenPiece } from "./pieces.ts";
import { isCurrent } from "./present.ts";
import type { ChangeSentence } from "./types.ts";

const RELIABLE_WORDS: Readonly<Record<ReliableChange, string>> = {
  improved: "reliably better",
  worsened: "reliably worse",
  none: "no reliable change",
};

const SINCE = " since admission";

function scoreClause(view: EpisodeView, instrument: InstrumentId, since: string): Clause {
  const name = instrumentName(instrument);
  const change = changeSinceBaseline(view, instrument);
  if (change !== null) {
    const { baseline, latest } = change;
    const words = RELIABLE_WORDS[reliableChangeOf(instrument, baseline.score, latest.score)];
    const old = isCurrent(view, latest) ? "" : `, the latest of ${latest.on}`;
    const rest = `${since} (${changeOf(baseline, latest)}), ${words}${old}`;
    return known(`${name} `, scorePiece(baseline), " → ", scorePiece(latest), rest);
  }
  const baseline = view.baselines[instrument];
  if (baseline !== null) {
    return known(`${name} `, scorePiece(baseline), ` at baseline on ${baseline.on}, none after it`);
  }
  const latest = view.scores[instrument].at(-1);
  if (latest === undefined) return missing(`no ${name}`);
  return known(`${name} `, scorePiece(latest), ` on ${latest.on}, no baseline`);
}

function attendanceClause(view: EpisodeView, since: string): Clause {
  const attended = attendedPiece(view.sessions);
  if (attended === null) return missing("no countable session");
  return known(attended, ` sessions attended${since}`);
}

/** ", buprenorphine negative though prescribed in 2, the last on 2026-03-14"; nothing when no screen lacks anything. */
function absentPieces(screens: readonly JudgedScreen[]): readonly Piece[] {
  const lacking = screens.filter(({ absent }) => absent.length > 0);
  const last = lacking.at(-1);
  if (last === undefined) return [];
  const names = ANALYTES.filter(({ id }) => lacking.some(({ absent }) => absent.includes(id)));
  const text = `, ${listed(names.map(({ name }) => name))} negative though prescribed`;
  const when = lacking.length === 1 ? " on " : ` in ${lacking.length}, the last on `;
  return [text + when, screenPiece(last.reading)];
}

function positivesClause(view: EpisodeView): Clause {
  const { admittedOn } = view.episode;
  const read = view.screens.filter((screen) => screen.takesPart && screen.on >= admittedOn);
  if (read.length === 0) return missing("no screen with results");
  const unexpected = view.positives
    .filter((positive) => positive.unexpected && positive.on >= admittedOn)
    .toSorted((a, b) => compareDates(a.on, b.on));
  const positives = unexpected.filter(({ isNew }) => isNew);
  const doubtful = new Set(unexpected.filter(({ isNew }) => !isNew).map(({ reading }) => reading.id));
  const inStay = judgedScreens(view).filter(({ reading }) => reading.on >= admittedOn);
  const absent = absentPieces(inStay);
  const carried = doubtful.size === 0 ? "" : `, possible carry-over in ${doubtful.size}`;
  const screens = `${counted(read.length, "screen")} with results`;
  const last = positives.at(-1);
  if (last === undefined) return known(`no new unexpected positive in ${screens}${carried}`, ...absent);
  const count = counted(positives.length, "new unexpected positive");
  const latest = positives.length === 1 ? "" : "the last ";
  return known(
    `${count} in ${screens}, ${latest}`,
    positivePiece(last),
    ` on ${last.on}${carried}`,
    ...absent,
  );
}

/** Says "since admission" in the first clause that counts from it, and not again. */
function sayingOnce(clauses: readonly ((since: string) => Clause)[]): readonly Clause[] {
  let since = SINCE;
  return clauses.map((write) => {
    const clause = write(since);
    if (clause.parts.some(({ text }) => text.includes(SINCE))) since = "";
    return clause;
  });
}

/**
 * Since admission: each instrument from its baseline to its latest score, with whether the change is reliable, the
 * sessions attended of those that count, and new unexpected positives among the screens with results.
 */
export function sinceAdmission(view: EpisodeView): ChangeSentence {
  const { admittedOn } = view.episode;
  const since = admittedOn <= view.asOf ? admittedOn : null;
  const clauses = sayingOnce([
    ...INSTRUMENT_IDS.map((instrument) => (words: string) => scoreClause(view, instrument, words)),
    (words) => attendanceClause(view, words),
    () => positivesClause(view),
  ]);
  return changeSentence("admission", since, "admission", clauses);
}
