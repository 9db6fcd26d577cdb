import type { EpisodePicture, EpisodeSummary, Finding, Patient, StepDownCard } from "@soundings/clinical";
import { z } from "zod";
import { calendarDate } from "./dates.ts";

/** Without an episode: the one that is active as of the day, else the latest. */
export const patientInput = z.object({
  patientId: z.string().min(1).max(64),
  episodeId: z.string().max(64).optional(),
  asOf: calendarDate.optional(),
});
export type PatientInput = z.infer<typeof patientInput>;

/** A value that stood otherwise on the chosen day and was corrected since. */
export interface Correction {
  readonly recordType: string;
  readonly recordId: string;
  readonly correctedAt: string;
  readonly by: string;
  readonly reason: string | null;
  readonly before: Readonly<Record<string, unknown>>;
}

export interface RuleFacts {
  readonly rule: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  readonly reviewed: string;
  /** Programs cannot switch it off or loosen it. */
  readonly safety: boolean;
  /** Rests on a program default without a published basis. */
  readonly houseThreshold: boolean;
}

export interface EpisodeListing {
  readonly episodeId: string;
  readonly programName: string;
  readonly admittedOn: string;
  readonly dischargedOn: string | null;
  readonly dischargeReason: string | null;
}

/** Everything the patient page shows. */
export interface PatientPage {
  readonly asOf: string;
  readonly today: string;
  readonly patient: Patient;
  readonly age: number;
  readonly programName: string;
  readonly therapistName: string | null;
  readonly prescriberName: string | null;
  readonly episodes: readonly EpisodeListing[];
  readonly summary: EpisodeSummary | null;
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleFacts[];
  readonly stepDown: StepDownCard | null;
  readonly picture: EpisodePicture;
  readonly corrections: readonly Correction[];
}
