import type { CSsrsResult } from "../records/codes.ts";

/** The questions of the Columbia screener by what they ask. */
export const COLUMBIA_QUESTION_IDS = [
  "wish_to_be_dead",
  "thoughts",
  "method",
  "intent",
  "plan",
  "behavior",
  "behavior_recent",
] as const;
export type ColumbiaQuestionId = (typeof COLUMBIA_QUESTION_IDS)[number];

interface ColumbiaQuestion {
  readonly id: ColumbiaQuestionId;
  /** The number on the form; the follow-up of question 6 has none of its own. */
  readonly number: number;
  readonly text: string;
  readonly instruction: string | null;
  readonly loinc: string;
}

const QUESTIONS: readonly ColumbiaQuestion[] = [
  {
    id: "wish_to_be_dead",
    number: 1,
    text: "Have you wished you were dead or wished you could go to sleep and not wake up?",
    instruction: null,
    loinc: "93246-7",
  },
  {
    id: "thoughts",
    number: 2,
    text: "Have you actually had any thoughts about killing yourself?",
    instruction: "(If yes, ask 3, 4, 5 and 6. If no, go to 6.)",
    loinc: "93247-5",
  },
  {
    id: "method",
    number: 3,
    text: "Have you been thinking about how you might do this?",
    instruction: null,
    loinc: "93248-3",
  },
  {
    id: "intent",
    number: 4,
    text: "Have you had these thoughts and had some intention of acting on them?",
    instruction: null,
    loinc: "93249-1",
  },
  {
    id: "plan",
    number: 5,
    text: "Have you started to work out or worked out the details of how to kill yourself? Do you intend to carry out this plan?",
    instruction: null,
    loinc: "93250-9",
  },
  {
    id: "behavior",
    number: 6,
    text: "Have you ever done anything, started to do anything, or prepared to do anything to end your life?",
    instruction: null,
    loinc: "93267-3",
  },
  {
    id: "behavior_recent",
    number: 6,
    text: "If yes: was this within the past 3 months?",
    instruction: null,
    loinc: "93269-9",
  },
];

/** The Columbia screener (C-SSRS screen version, recent), English. Questions 1 to 5 ask about the past month. */
export const COLUMBIA_SCREENER = {
  version: 1,
  name: "Columbia screener",
  title: "Columbia Suicide Severity Rating Scale, screen version, recent",
  period: "Past month for 1–5.",
  questions: QUESTIONS,
  loinc: { panel: "93373-9", level: "93374-7" },
  credit: "Columbia Lighthouse Project",
  source: "Columbia triage points (cssrs.columbia.edu/triage); SAFE-T with C-SSRS for moderate and low",
  reviewedOn: "2026-03-01",
} as const;

/** `true` yes, `false` no, `null` or absent: not answered. */
export type ColumbiaAnswers = Readonly<Partial<Record<ColumbiaQuestionId, boolean | null>>>;

function levelWhen(answers: ColumbiaAnswers, unanswered: boolean): CSsrsResult {
  const yes = (id: ColumbiaQuestionId): boolean => answers[id] ?? unanswered;
  const thoughts = yes("thoughts");
  const asked = (id: ColumbiaQuestionId): boolean => answers[id] ?? (thoughts && unanswered);
  const recent = answers.behavior_recent ?? (yes("behavior") && unanswered);
  if (asked("intent") || asked("plan") || recent) return "high";
  if (asked("method") || yes("behavior")) return "moderate";
  return thoughts || yes("wish_to_be_dead") ? "low" : "none";
}

/**
 * The level of risk of a Columbia screener: high for 4 *or* 5, or 6 within 3 months; moderate for 3, or 6 longer ago;
 * low for 1 or 2; none when all are no. Questions 3 to 5 are not asked after a no to 2. Null, unknown, when a question
 * that was not answered could decide it.
 */
export function columbiaLevel(answers: ColumbiaAnswers): CSsrsResult | null {
  const least = levelWhen(answers, false);
  return least === levelWhen(answers, true) ? least : null;
}
