import {
  CRITERION_STATES,
  DECISION_KINDS,
  DECISION_LETTERS,
  EVENT_KINDS,
  EVENT_LETTERS,
  type InstrumentId,
  type MeasureWeek,
  RESULT_MARKS,
  REVIEW_REASONS,
  SCREEN_MARKS,
  SESSION_MARKS as SESSION_MARK_IDS,
  URGENCIES,
  type WeekState,
} from "@soundings/clinical";
import { codeWords } from "../../ui/code-words.ts";
import { OUTCOME_MARKS, OUTSIDE } from "../../ui/marks/access.ts";
import { CHANGE_MARKS } from "../../ui/marks/change.ts";
import { Flag } from "../../ui/marks/Flag.tsx";
import { DECISION_FLAG, EVENT_FLAG } from "../../ui/marks/flags.ts";
import { Glyph } from "../../ui/marks/Glyph.tsx";
import {
  ChangeText,
  NoDataText,
  ReasonMark,
  ScoreText,
  ScreenSymbol,
  UrgencyMark,
} from "../../ui/marks/index.ts";
import { INJECTION_MARKS } from "../../ui/marks/injections.ts";
import { LEVEL_MARKS } from "../../ui/marks/levels.ts";
import { LINE_MARKS } from "../../ui/marks/lines.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import type { Mark } from "../../ui/marks/mark.ts";
import { INJECTION_MARK, MEDICATION_MARKS, REVIEW_WINDOW } from "../../ui/marks/medication.ts";
import { MORE_FLAGS, NOTE_MARK } from "../../ui/marks/notes.ts";
import {
  ASIDE_POINT,
  INCOMPLETE_POINT,
  INSTRUMENT_MARKS,
  ITEM_9_MARKS,
  LATE_TAIL,
  PRORATED_POINT,
  SUDDEN_GAIN,
} from "../../ui/marks/points.ts";
import { QUALITY_MARKS } from "../../ui/marks/quality.ts";
import { REASON_MARKS } from "../../ui/marks/reasons.ts";
import { METHOD_MARKS, NO_RESULT, RESULT_MARK_SIGNS, SCREEN_MARK_SIGNS } from "../../ui/marks/screens.ts";
import { EARLY_MISS, MODALITY_MARKS, SESSION_MARKS } from "../../ui/marks/sessions.ts";
import { BAND_MARKS } from "../../ui/marks/severity.ts";
import { CORRECTED, CRITERION_MARKS, ITEM_9_RAISED, NO_DATA, WAS_CORRECTED } from "../../ui/marks/states.ts";
import { URGENCY_MARKS } from "../../ui/marks/urgency.ts";
import { WeekChip } from "../../ui/marks/WeekChips.tsx";
import { EARLIER_WEEKS, INCOMPLETE_WEEK, PRORATED_WEEK, WEEK_MARKS } from "../../ui/marks/weeks.ts";
import type { MarkSample } from "./MarkTable.tsx";

interface Family {
  readonly title: string;
  readonly samples: readonly MarkSample[];
}

const glyph = (mark: Mark): MarkSample => ({ mark, drawn: <Glyph mark={mark} size={14} /> });

function flagSample(type: "event" | "decision", kind: string, letter: string): MarkSample {
  const mark = type === "event" ? EVENT_FLAG : DECISION_FLAG;
  const meaning = type === "event" ? "An event." : "A decision.";
  return {
    mark: { ...mark, id: `${type}-${kind}`, word: codeWords(kind), meaning },
    drawn: <Flag type={type} letter={letter} />,
  };
}

const WEEK: MeasureWeek = {
  week: 3,
  state: "done",
  score: 14,
  band: "moderate",
  prorated: false,
  incomplete: false,
  on: null,
  assessmentId: null,
};

function weekSample(state: WeekState): MarkSample {
  const scored = state === "done" || state === "late";
  const week = scored ? { ...WEEK, state } : { ...WEEK, state, score: null, band: null };
  return { mark: WEEK_MARKS[state], drawn: <WeekChip week={week} /> };
}

const WEEK_STATES = ["done", "late", "refused", "absent", "not_asked", "unable", "missing", "due"] as const;
const INSTRUMENTS: readonly InstrumentId[] = ["phq-9", "gad-7"];
const LEVELS = ["residential", "php", "iop", "op"] as const;

const withWords = new Set(SCREEN_MARKS.map((mark) => SCREEN_MARK_SIGNS[mark].id));

/** Every mark that a page can show, drawn from the same objects. */
export const FAMILIES: readonly Family[] = [
  {
    title: "Urgency",
    samples: URGENCIES.map((urgency) => ({
      mark: URGENCY_MARKS[urgency],
      drawn: <UrgencyMark urgency={urgency} />,
    })),
  },
  {
    title: "Weeks of a measure",
    samples: [
      ...WEEK_STATES.map(weekSample),
      { mark: EARLIER_WEEKS, drawn: `+2 ${EARLIER_WEEKS.symbol}` },
      { mark: PRORATED_WEEK, drawn: <WeekChip week={{ ...WEEK, prorated: true }} /> },
      {
        mark: INCOMPLETE_WEEK,
        drawn: <WeekChip week={{ ...WEEK, state: "missing", score: null, band: null, incomplete: true }} />,
      },
    ],
  },
  {
    title: "Severity",
    samples: [
      ...BAND_MARKS.map((mark, place) => ({
        mark,
        drawn: <ScoreText score={2 + 5 * place} band={mark.word} />,
      })),
      glyph(ITEM_9_RAISED),
    ],
  },
  {
    title: "Change since the baseline",
    samples: [
      { mark: CHANGE_MARKS.better, drawn: <ChangeText change={-3} reliable="none" /> },
      {
        mark: {
          ...CHANGE_MARKS.better,
          id: "reliably-better",
          word: "reliably better",
          meaning: "By more than the measure errs.",
        },
        drawn: <ChangeText change={-8} reliable="improved" />,
      },
      { mark: CHANGE_MARKS.same, drawn: <ChangeText change={0} reliable="none" /> },
      { mark: CHANGE_MARKS.worse, drawn: <ChangeText change={2} reliable="none" /> },
      {
        mark: {
          ...CHANGE_MARKS.worse,
          id: "reliably-worse",
          word: "reliably worse",
          meaning: "By more than the measure errs.",
        },
        drawn: <ChangeText change={7} reliable="worsened" />,
      },
      {
        mark: {
          ...CHANGE_MARKS.worse,
          id: "two-values",
          word: "reliably worse, from two values",
          meaning: "Without an arrow: a direction takes three values.",
        },
        drawn: <ChangeText change={7} reliable="worsened" values={2} />,
      },
    ],
  },
  {
    title: "Scores on the timeline",
    samples: [
      ...INSTRUMENTS.map((id) => glyph(INSTRUMENT_MARKS[id])),
      glyph(PRORATED_POINT),
      glyph(INCOMPLETE_POINT),
      glyph(LATE_TAIL),
      glyph(ASIDE_POINT),
      ...Object.values(ITEM_9_MARKS).map(glyph),
      glyph(SUDDEN_GAIN),
      ...Object.values(QUALITY_MARKS).map(glyph),
    ],
  },
  { title: "Lines behind the scores", samples: Object.values(LINE_MARKS).map(glyph) },
  {
    title: "Attendance",
    samples: [
      ...SESSION_MARK_IDS.map((mark) => SESSION_MARKS[mark]),
      EARLY_MISS,
      ...Object.values(MODALITY_MARKS),
    ].map(glyph),
  },
  {
    title: "Drug screens",
    samples: [
      ...SCREEN_MARKS.map((mark) => ({ mark: SCREEN_MARK_SIGNS[mark], drawn: <ScreenSymbol mark={mark} /> })),
      { mark: NO_RESULT, drawn: NO_RESULT.symbol },
      ...RESULT_MARKS.filter((mark) => !withWords.has(RESULT_MARK_SIGNS[mark].id)).map((mark) => ({
        mark: RESULT_MARK_SIGNS[mark],
        drawn: <ScreenSymbol mark={mark} />,
      })),
    ],
  },
  { title: "How a result was found", samples: Object.values(METHOD_MARKS).map(glyph) },
  {
    title: "Medication, events and decisions",
    samples: [
      ...[...Object.values(MEDICATION_MARKS), INJECTION_MARK, REVIEW_WINDOW].map(glyph),
      ...[EVENT_FLAG, DECISION_FLAG, NOTE_MARK].map(glyph),
      { mark: MORE_FLAGS, drawn: MORE_FLAGS.symbol },
    ],
  },
  {
    title: "Injections on a schedule",
    samples: Object.values(INJECTION_MARKS).map((mark) => ({ mark, drawn: <MarkWord mark={mark} /> })),
  },
  {
    title: "Reasons for a medication review",
    samples: REVIEW_REASONS.map((reason) => ({
      mark: REASON_MARKS[reason],
      drawn: <ReasonMark reason={reason} />,
    })),
  },
  {
    title: "Letters of the flags",
    samples: [
      ...EVENT_KINDS.map((kind) => flagSample("event", kind, EVENT_LETTERS[kind])),
      ...DECISION_KINDS.map((kind) => flagSample("decision", kind, DECISION_LETTERS[kind])),
    ],
  },
  {
    title: "Criteria of the step-down card",
    samples: CRITERION_STATES.map((state) => ({
      mark: CRITERION_MARKS[state],
      drawn: <MarkWord mark={CRITERION_MARKS[state]} />,
    })),
  },
  {
    title: "Level of care",
    samples: LEVELS.map((level) => ({ mark: LEVEL_MARKS[level], drawn: LEVEL_MARKS[level].symbol })),
  },
  {
    title: "What is not known, and what was changed",
    samples: [
      { mark: NO_DATA, drawn: <NoDataText missing="no baseline" /> },
      { mark: CORRECTED, drawn: <MarkWord mark={CORRECTED} /> },
      { mark: WAS_CORRECTED, drawn: <MarkWord mark={WAS_CORRECTED} /> },
    ],
  },
  {
    title: "Who looked, in the audit",
    samples: [...Object.values(OUTCOME_MARKS), OUTSIDE].map((mark) => ({
      mark,
      drawn: <MarkWord mark={mark} />,
    })),
  },
];
