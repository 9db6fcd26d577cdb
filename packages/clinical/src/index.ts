export { addDays, daysBetween, parseCalendarDate } from "./calendar/civil.ts";
export { instantFromMs, instantToMs } from "./calendar/instant.ts";
export { parseInstant } from "./calendar/parse-instant.ts";
export type { CalendarDate, Instant, ZoneName } from "./calendar/types.ts";
export { DEFAULT_ZONE, dateOf, localTimeOf, parseZone, sameZone, startOfDay } from "./calendar/zone.ts";
export { SYMPTOM_CLUSTERS } from "./course/clusters.ts";
export { courseOf } from "./course/course.ts";
export * from "./course/types.ts";
export {
  type DisclosureNotice,
  noticeName,
  PART_2_SHORT_STATEMENT,
  PART_2_STATEMENT,
} from "./disclosure/notices.ts";
export { compareFindings } from "./findings/compare.ts";
export type { ResponseCurve } from "./findings/curve.ts";
export { type Phase, phaseOf } from "./findings/episode-view.ts";
export { type EpisodeEvaluation, evaluateChart } from "./findings/evaluate.ts";
export { compareText } from "./findings/order.ts";
export * from "./findings/types.ts";
export {
  COLUMBIA_QUESTION_IDS,
  COLUMBIA_SCREENER,
  type ColumbiaAnswers,
  type ColumbiaQuestionId,
  columbiaLevel,
} from "./instruments/columbia.ts";
export {
  type Instrument,
  type InstrumentText,
  TEXT_LANGUAGES,
  type TextLanguage,
} from "./instruments/define.ts";
export { INSTRUMENTS, instrumentOf } from "./instruments/instruments.ts";
export {
  type PairedOutcome,
  pairedOutcome,
  type ReliableChange,
  reliableChangeOf,
} from "./instruments/reliable-change.ts";
export { type SafetyAnswer, safetyAnswerOf } from "./instruments/safety-answer.ts";
export { bandOf, type Score, scoreOf } from "./instruments/scoring.ts";
export { INJECTION_DAYS } from "./lens/injections.ts";
export { medicationLens } from "./lens/lens.ts";
export * from "./lens/types.ts";
export { REVIEW_WINDOWS } from "./lens/windows.ts";
export * from "./outcomes/answers.ts";
export { compareGroups } from "./outcomes/comparison/compare.ts";
export { isTooFewOfTherapist, LEAST_CLOSED } from "./outcomes/comparison/least-closed.ts";
export {
  NATIONAL_CONTEXT,
  type NationalContext,
  type NationalEffect,
  type NationalYear,
  type PublishedShare,
} from "./outcomes/context/national-context.ts";
export type { Measure } from "./outcomes/define-measure.ts";
export { DEFINITIONS, sourceWords } from "./outcomes/definitions/definitions.ts";
export type * from "./outcomes/definitions/types.ts";
export { factsOf } from "./outcomes/facts.ts";
export type * from "./outcomes/facts.types.ts";
export type * from "./outcomes/figure.types.ts";
export { groupMovesOf } from "./outcomes/group-moves/group-moves.ts";
export {
  AGE_BANDS,
  type AgeBand,
  DIAGNOSIS_GROUPS,
  type DiagnosisGroup,
  dimensionValue,
} from "./outcomes/groups.ts";
export * from "./outcomes/json.ts";
export { leavingFigureOf } from "./outcomes/leaving/figure.ts";
export type * from "./outcomes/leaving/figure-ask.types.ts";
export { leavingQuestion } from "./outcomes/leaving/question.ts";
export { reportOf } from "./outcomes/leaving/report.ts";
export type * from "./outcomes/leaving/report.types.ts";
export { valueWords } from "./outcomes/leaving/words.ts";
export { levelsOf } from "./outcomes/levels/levels.ts";
export { MEASURES, measureOf } from "./outcomes/measures.ts";
export { LEFT_OUT_WORDS, type Member, membersOf } from "./outcomes/members.ts";
export type { StatisticalMethod } from "./outcomes/methods/define.ts";
export { METHODS, type MethodId } from "./outcomes/methods/methods.ts";
export { outcomesOf } from "./outcomes/outcomes.ts";
export { overTimeOf } from "./outcomes/over-time/over-time.ts";
export { otherQuestion, overviewOf } from "./outcomes/overview.ts";
export { yearBefore } from "./outcomes/period.ts";
export { qualityAnswerOf } from "./outcomes/quality/answer.ts";
export { QUALITY, type QualityCheck } from "./outcomes/quality/definitions.ts";
export * from "./outcomes/quality.types.ts";
export * from "./outcomes/question.ts";
export * from "./outcomes/sets.ts";
export { OUTCOMES_VERSION, RULE_SET } from "./outcomes/version.ts";
export { makePaper } from "./papers/make.ts";
export type { PaperScope, PaperSource } from "./papers/source.ts";
export * from "./papers/types.ts";
export { sessionMarkOf } from "./picture/attendance.ts";
export { drawEpisode } from "./picture/draw.ts";
export { RESPONSE_QUALITY } from "./picture/response-quality.ts";
export { DECISION_LETTERS, EVENT_LETTERS } from "./picture/signs.ts";
export { SUDDEN_GAIN } from "./picture/sudden-gain.ts";
export * from "./picture/types.ts";
export { programFromTemplate } from "./programs/from-template.ts";
export type { ProgramTemplate } from "./programs/template.ts";
export { PROGRAM_TEMPLATES, type ProgramTemplateId } from "./programs/templates.ts";
export * from "./records/codes.ts";
export * from "./records/incoming.ts";
export * from "./records/own.ts";
export { ownKnown } from "./records/own-known.ts";
export { ownProblemOf } from "./records/own-problems.ts";
export { problemOf } from "./records/problems.ts";
export type * from "./records/types.ts";
export type { Rule } from "./rules/define.ts";
export { RULES } from "./rules/table.ts";
export type { Basis, Threshold } from "./rules/threshold.ts";
export { ANALYTES, type Analyte, type AnalyteId, analyteName } from "./screens/analytes.ts";
export { INTERFERENCES, type Interference } from "./screens/interference.ts";
export { STEP_DOWN_CRITERIA, type StepDownJson, stepDownJson } from "./step-down/card.ts";
export * from "./step-down/types.ts";
export { summarizeEpisode } from "./summary/summarize.ts";
export * from "./summary/types.ts";
export { trendOf } from "./trends/trend.ts";
export * from "./trends/types.ts";
export { REVIEW_REASON_WORDS } from "./trends/words.ts";
