import type { SchedulePage } from "@soundings/contract";
import { counted } from "../../ui/numbers.ts";

type Session = SchedulePage["sessions"][number];

/** The line of a group, or one patient's session; `under` when its group's line says when, what and by whom. */
export type Line =
  | { readonly kind: "group"; readonly of: readonly [Session, ...Session[]] }
  | { readonly kind: "one"; readonly session: Session; readonly under: boolean };

const togetherBy = ({ startsAt, minutes, service, modality, leader, programName }: Session) =>
  JSON.stringify([startsAt, minutes, service, modality, leader, programName]);

/**
 * The sessions of a day as one reads them: those that are one group have a line for it above them. Sessions without a leader
 * on record are not taken for a group.
 */
export function linesOf(sessions: readonly Session[]): readonly Line[] {
  const together = Map.groupBy(sessions, (session) =>
    session.leader === null ? session.sessionId : togetherBy(session),
  );
  return [...together.values()].flatMap(([first, ...rest]): Line[] => {
    if (first === undefined) return [];
    const all = [first, ...rest] as const;
    const ones = all.map((session): Line => ({ kind: "one", session, under: rest.length > 0 }));
    return rest.length > 0 ? [{ kind: "group", of: all }, ...ones] : ones;
  });
}

/** "6 of 8 marked", "all marked", "none marked" */
export function markedWords(sessions: readonly Session[]): string {
  const marked = sessions.filter(({ status }) => status !== "scheduled").length;
  if (marked === 0) return "none marked";
  return marked === sessions.length ? "all marked" : `${marked} of ${sessions.length} marked`;
}

export const groupWords = (sessions: readonly Session[]) => counted(sessions.length, "patient");
