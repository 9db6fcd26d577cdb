import {
  type Chart,
  DEFAULT_ZONE,
  type EpisodeEvaluation,
  evaluateChart,
  type Site,
} from "@soundings/clinical";
import { dateFrom } from "./days.ts";
import { programsIn } from "./programs.ts";

export const SITE: Site = {
  zone: DEFAULT_ZONE,
  programs: new Map(Object.values(programsIn(DEFAULT_ZONE)).map((program) => [program.programId, program])),
};

/** The evaluations of the stays that are under way. */
export function inTreatment(chart: Chart, today: string): EpisodeEvaluation[] {
  return evaluateChart(chart, SITE, dateFrom(today)).filter(({ phase }) => phase === "active");
}
