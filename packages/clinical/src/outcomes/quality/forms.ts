import { daysBetween } from "../../calendar/civil.ts";
import type { KnownAssessment } from "../../findings/known.ts";
import { counted } from "../../findings/wording.ts";
import { instrumentOf } from "../../instruments/instruments.ts";
import type { QualityProblem } from "../quality.types.ts";
import { LATE_AFTER } from "./definitions.ts";

/** Whether answers are on record, and not only a stated total. */
export function isItemized({ score }: KnownAssessment): boolean {
  return score.answered > 0;
}

function late({ record, on, recordedOn }: KnownAssessment): readonly QualityProblem[] {
  const days = recordedOn === null ? 0 : daysBetween(on, recordedOn);
  if (days <= LATE_AFTER.value) return [];
  const text = `${instrumentOf(record.instrument).name} recorded ${counted(days, "day")} later, on ${recordedOn}`;
  return [{ check: "recorded-late", record: { kind: "assessment", id: record.assessmentId }, on, text }];
}

function incomplete(form: KnownAssessment): readonly QualityProblem[] {
  const { record, on, score } = form;
  const { name, items } = instrumentOf(record.instrument);
  if (!isItemized(form) || score.answered === items.length) return [];
  const answers = `${score.answered} of ${items.length} items answered`;
  const of = { kind: "assessment", id: record.assessmentId } as const;
  const missing = `${name}: ${answers}, ${score.scored ? `score ${score.score}` : "not scored"}`;
  const problems: QualityProblem[] = [{ check: "items-missing", record: of, on, text: missing }];
  if (score.scored && score.prorated) {
    const text = `${name} ${score.score}, prorated: ${answers}`;
    problems.push({ check: "prorated", record: of, on, text });
  }
  return problems;
}

/** What is late, missing or prorated in the forms that belong to an episode, in their order. */
export function formProblems(forms: readonly KnownAssessment[]): readonly QualityProblem[] {
  return forms.flatMap((form) => [...late(form), ...incomplete(form)]);
}
