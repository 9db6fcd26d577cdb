import { baselineMissing } from "./baseline-missing.ts";
import { betterOnPaper } from "./better-on-paper.ts";
import { cSsrsRisk } from "./c-ssrs-risk.ts";
import { clinicalEvent } from "./clinical-event.ts";
import { consecutiveAbsences } from "./consecutive-absences.ts";
import type { Rule } from "./define.ts";
import { earlyNonResponse } from "./early-non-response.ts";
import { expectedDrugAbsent } from "./expected-drug-absent.ts";
import { item9Unknown } from "./item-9-unknown.ts";
import { lengthOfStay } from "./length-of-stay.ts";
import { lossOfGains } from "./loss-of-gains.ts";
import { lowAttendance } from "./low-attendance.ts";
import { measureOverdue } from "./measure-overdue.ts";
import { moudStopped } from "./moud-stopped.ts";
import { noContact } from "./no-contact.ts";
import { notOnTrack } from "./not-on-track.ts";
import { reliableDeterioration } from "./reliable-deterioration.ts";
import { repeatedPositives } from "./repeated-positives.ts";
import { riskAssessmentOverdue } from "./risk-assessment-overdue.ts";
import { screenNotGiven } from "./screen-not-given.ts";
import { sessionsUnmarked } from "./sessions-unmarked.ts";
import { severePersisting } from "./severe-persisting.ts";
import { stepDownReady } from "./step-down-ready.ts";
import { suicidalIdeation } from "./suicidal-ideation.ts";
import { underDose } from "./under-dose.ts";
import { unexpectedPositive } from "./unexpected-positive.ts";

/** Rule set 1 in its order. To add a rule: one file, and its line here. */
export const RULES: readonly Rule[] = [
  suicidalIdeation,
  riskAssessmentOverdue,
  item9Unknown,
  cSsrsRisk,
  clinicalEvent,
  reliableDeterioration,
  lossOfGains,
  severePersisting,
  earlyNonResponse,
  notOnTrack,
  betterOnPaper,
  unexpectedPositive,
  repeatedPositives,
  screenNotGiven,
  expectedDrugAbsent,
  moudStopped,
  noContact,
  consecutiveAbsences,
  lowAttendance,
  underDose,
  measureOverdue,
  baselineMissing,
  sessionsUnmarked,
  lengthOfStay,
  stepDownReady,
];
