import { useMemo, useState } from "react";
import { z } from "zod";
import { useMe } from "../lib/me.ts";

/** What stands behind the line of a score and can be put away. */
export const LINE_KINDS = ["bands", "baseline", "reliable", "caseness"] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export type Lines = ReadonlySet<LineKind>;

/** Few enough that the line of the scores remains the loudest thing. */
export const FIRST_LINES: Lines = new Set(["bands", "baseline", "reliable"]);

const STORE = "soundings-timeline-lines";
const kept = z.object({ personId: z.string(), lines: z.array(z.enum(LINE_KINDS)) });

/** Which lines a person last chose in this browser: nothing about a patient, and never what somebody else chose. */
export const keptLines = {
  read(personId: string | undefined): Lines {
    try {
      const last = kept.safeParse(JSON.parse(localStorage.getItem(STORE) ?? "")).data;
      return last !== undefined && last.personId === personId ? new Set(last.lines) : FIRST_LINES;
    } catch {
      return FIRST_LINES;
    }
  },
  keep(personId: string | undefined, lines: Lines): void {
    if (personId === undefined) return;
    try {
      localStorage.setItem(STORE, JSON.stringify({ personId, lines: [...lines] }));
    } catch {
      // A browser that keeps nothing still shows what was chosen, until it is closed.
    }
  },
};

export function toggled(lines: Lines, kind: LineKind): Lines {
  return new Set(LINE_KINDS.filter((each) => lines.has(each) !== (each === kind)));
}

/** The lines that are shown, and how to show or hide one. */
export function useLines(): readonly [Lines, (kind: LineKind) => void] {
  const personId = useMe()?.personId;
  const [chosen, setChosen] = useState<Lines | null>(null);
  const lines = useMemo(() => chosen ?? keptLines.read(personId), [chosen, personId]);
  const toggle = (kind: LineKind) => {
    const next = toggled(lines, kind);
    keptLines.keep(personId, next);
    setChosen(next);
  };
  return [lines, toggle];
}
