import type { Finding, Urgency } from "../findings/types.ts";
import { counted } from "../findings/wording.ts";
import {
  aboutOf,
  attendanceLines,
  chosen,
  decisionLines,
  latestScore,
  linesOf,
  medicationLines,
} from "./parts.ts";
import { plainScreens } from "./plain-screens.ts";
import { findingsWithin, pictureWithin } from "./scope.ts";
import { NOT_IN_THIS_DOCUMENT, type PaperScope, type PaperSource, WHOLE_RECORD } from "./source.ts";
import { PAPER_PARTS, type Paper, type PaperSection } from "./types.ts";

const MOST_FINDINGS = 6;
const MOST_EVIDENCE = 3;
const MOST_MEDICATIONS = 8;
const MOST_DECISIONS = 3;

const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  immediate: "Now",
  same_day: "Today",
  this_week: "This week",
  routine: "Routine",
};

/** "PHQ-9 21 (2026-03-09); PHQ-9 14 (2026-02-02)", the newest first. */
function evidenceText({ evidence }: Finding): string {
  if (evidence.length === 0) return "nothing on record, which is what it says";
  const newest = evidence.toReversed();
  const shown = newest.slice(0, MOST_EVIDENCE).map(({ text, on }) => `${text} (${on})`);
  const more = newest.length - MOST_EVIDENCE;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

function findingsSection(source: PaperSource, scope: PaperScope): PaperSection {
  const heading = "Findings";
  const within = findingsWithin(source.findings, scope);
  const behind = source.findings.length - within.length;
  if (within.length === 0) {
    const none = behind > 0 ? NOT_IN_THIS_DOCUMENT : "No rule has a finding as of this day.";
    return linesOf(heading, [none]);
  }
  const more = within.length - MOST_FINDINGS;
  const rows = within
    .slice(0, MOST_FINDINGS)
    .map((finding) => [URGENCY_WORDS[finding.urgency], finding.headline, evidenceText(finding)]);
  const rest = more > 0 ? [["", `and ${counted(more, "finding")} more on the patient's page`, ""]] : [];
  return {
    kind: "table",
    heading,
    table: { columns: ["When", "What", "On what"], rows: [...rows, ...rest] },
  };
}

/** What was not chosen, so that its absence is not read as a good result. */
export function leftOutOf({ parts }: PaperScope): Paper["leftOut"] {
  return PAPER_PARTS.filter((part) => !parts.has(part));
}

/** One page: who, the picture, what the rules say, what was decided, and where the patient stands today. */
export function summaryPaper(source: PaperSource, scope: PaperScope = WHOLE_RECORD): Paper {
  const { picture } = source;
  return {
    kind: "summary",
    title: "Summary of the stay",
    asOf: source.asOf,
    about: aboutOf(source, scope),
    sections: [
      chosen(scope, ["course"], "The stay", () => ({
        kind: "picture",
        heading: "The stay",
        picture: pictureWithin(picture, scope),
      })),
      ...plainScreens(source, scope),
      findingsSection(source, scope),
      chosen(scope, ["measures"], "Scores", () => linesOf("Scores", picture.measures.map(latestScore))),
      chosen(scope, ["decisions"], "Decisions", () =>
        linesOf("Decisions", decisionLines(source, scope, MOST_DECISIONS)),
      ),
      chosen(scope, ["medications"], "Current medication", () =>
        linesOf("Current medication", medicationLines(source, MOST_MEDICATIONS)),
      ),
      chosen(scope, ["attendance", "course"], "Attendance", () =>
        linesOf("Attendance", attendanceLines(source)),
      ),
    ],
    leftOut: leftOutOf(scope),
    foot: "Findings follow from published or stated rules over the record; they suggest what to review and decide nothing. “No data” means that nothing is on record; it never means a normal result.",
  };
}
