import { drawCentered, drawText, GRAY, INK } from "../text.ts";
import { type Frame, type Lane, middleOf, packed } from "./frame.ts";
import { flag } from "./marks.ts";

const FLAG = 7.4;
const MOST_ROWS = 4;

interface Flag {
  readonly x: number;
  readonly row: number;
  readonly letter: string;
  readonly outlined: boolean;
}

function flagsOf(
  frame: Frame,
  shown: { readonly events: boolean; readonly decisions: boolean },
): readonly Flag[] {
  const { events, decisions, notes } = frame.picture;
  const all = [
    ...(shown.events ? events.map(({ on, letter }) => ({ on, letter, outlined: false })) : []),
    ...(shown.decisions ? decisions.map(({ on, letter }) => ({ on, letter, outlined: true })) : []),
    ...notes.map(({ on }) => ({ on, letter: "…", outlined: true })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const places = all.map(({ on }) => middleOf(frame, on));
  const rows = packed(places, FLAG + 0.8);
  return all.map(({ letter, outlined }, place) => ({
    x: places[place] ?? frame.left,
    row: rows[place] ?? 0,
    letter,
    outlined,
  }));
}

/** One flag an event, a decision or a note. */
export function flagLane(
  frame: Frame,
  shown: { readonly events: boolean; readonly decisions: boolean },
): Lane {
  const { doc, names, left, size, right } = frame;
  const flags = flagsOf(frame, shown);
  const behind = flags.filter(({ row }) => row >= MOST_ROWS).length;
  const rows = Math.min(MOST_ROWS, Math.max(0, ...flags.map(({ row }) => row)) + 1);
  const height = rows * (FLAG + 1.4) + 3;
  const name = [shown.events ? "Events" : null, shown.decisions ? "decisions" : null].filter(
    (word) => word !== null,
  );
  return {
    height,
    draw(top) {
      const label = name.join(", ").replace(/^d/, "D");
      drawText(doc, label, { x: names, y: top + height / 2 - size * 0.6 }, { size, weight: "bold" });
      for (const { x, row, letter, outlined } of flags.filter(({ row: at }) => at < MOST_ROWS)) {
        const y = top + 1 + row * (FLAG + 1.4);
        flag(doc, { x, y }, FLAG, outlined);
        drawCentered(
          doc,
          letter,
          { x, y: y + 0.6 },
          { size: 5.6, weight: "bold", color: outlined ? INK : "#ffffff" },
        );
      }
      if (behind > 0) drawText(doc, `${behind} more`, { x: right + 3, y: top + 1 }, { size, color: GRAY });
      if (flags.length > 0) return;
      drawText(doc, "none on record", { x: left + 6, y: top + 2 }, { size, color: GRAY });
    },
  };
}
