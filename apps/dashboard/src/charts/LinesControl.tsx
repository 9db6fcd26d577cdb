import type { EpisodePicture } from "@soundings/clinical";
import { useRef } from "react";
import classes from "./controls.module.css";
import { LINE_KINDS, type LineKind, type Lines } from "./lines.ts";

interface LinesControlProps {
  readonly picture: EpisodePicture;
  readonly lines: Lines;
  readonly onToggle: (kind: LineKind) => void;
}

const WORDS: Readonly<Record<LineKind, string>> = {
  bands: "Severity bands",
  baseline: "Baseline",
  reliable: "Reliable change",
  caseness: "Caseness",
};

/** What the instruments say of a line: `PHQ-9 ±6, GAD-7 ±4`. */
function valuesOf(kind: LineKind, { measures }: EpisodePicture): string {
  if (kind === "reliable") return measures.map((lane) => `${lane.name} ±${lane.reliableChange}`).join(", ");
  if (kind === "caseness") return measures.map((lane) => `${lane.name} ${lane.caseness}`).join(", ");
  if (kind !== "baseline") return "";
  return measures.map((lane) => `${lane.name} ${lane.baseline?.score ?? "no data"}`).join(", ");
}

/** Which lines stand behind the scores. */
export function LinesControl({ picture, lines, onToggle }: LinesControlProps) {
  const list = useRef<HTMLDetailsElement>(null);
  const close = () => list.current?.removeAttribute("open");
  return (
    <details
      ref={list}
      className={classes.lines}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !list.current?.open) return;
        event.stopPropagation();
        close();
        list.current.querySelector("summary")?.focus();
      }}
    >
      <summary className={classes.span}>Lines</summary>
      <fieldset className={classes.lineList}>
        <legend className="visually-hidden">Lines behind the scores</legend>
        {LINE_KINDS.map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={lines.has(kind)} onChange={() => onToggle(kind)} />
            {WORDS[kind]} <span className={classes.values}>{valuesOf(kind, picture)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
