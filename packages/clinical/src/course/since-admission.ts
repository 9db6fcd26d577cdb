import { changeSinceBaseline } from "../findings/change.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { compareDates } from "../findings/order.ts";
import { counted, instrumentName } from "../findings/wording.ts";
import { type ReliableChange, reliableChangeOf } from "../instruments/reliable-change.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import { type Clause, changeSentence, known, missing } from "./clause.ts";
import { attendedPiece, changeOf, positivePiece, scorePiece } from "./pieces.ts";
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

function positivesClause(view: EpisodeView): Clause {
  const { admittedOn } = view.episode;
  const read = view.screens.filter((screen) => screen.takesPart && screen.on >= admittedOn);
  if (read.length === 0) return missing("no screen with results");
  const unexpected = view.positives
    .filter((positive) => positive.unexpected && positive.on >= admittedOn)
    .toSorted((a, b) => compareDates(a.on, b.on));
  const positives = unexpected.filter(({ isNew }) => isNew);
  const doubtful = new Set(unexpected.filter(({ isNew }) => !isNew).map(({ reading }) => reading.id));
  const carried = doubtful.size === 0 ? "" : `, possible carry-over in ${doubtful.size}`;
  const screens = `${counted(read.length, "screen")} with results`;
  const last = positives.at(-1);
  if (last === undefined) return known(`no new unexpected positive in ${screens}${carried}`);
  const count = counted(positives.length, "new unexpected positive");
  const latest = positives.length === 1 ? "" : "the last ";
  return known(`${count} in ${screens}, ${latest}`, positivePiece(last), ` on ${last.on}${carried}`);
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
