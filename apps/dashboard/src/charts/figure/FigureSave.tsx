import type { Figure } from "@soundings/clinical";
import { drawFigure, drawingAsSvg, type FigureCaption } from "@soundings/figures";
import { useState } from "react";
import { saveFile } from "../../lib/save-file.ts";
import buttons from "../../ui/buttons.module.css";
import classes from "./figure.module.css";
import { fileNameOf } from "./file-name.ts";
import { pngOf } from "./png.ts";

/** A plot as it may leave the program, with what it is of: it may be of other days than the plot on the screen. */
interface LeavingPlot {
  readonly figure: Figure;
  readonly caption: FigureCaption;
}

/** Asks for the plot that may leave the program; null when nothing of it may. */
export type AskLeaving = () => Promise<LeavingPlot | null>;

interface FigureSaveProps {
  /** Names the file. */
  readonly label: string;
  readonly saveAs: AskLeaving;
}

/** The width of a saved plot, in pixels: it fits a column of text at full width and a slide at half. */
const FILE_WIDTH = 720;

type Kind = "svg" | "png";
type State = "ready" | "working" | "nothing" | "failed";

const WORDS: Readonly<Record<State, string>> = {
  ready: "",
  working: "Preparing the file.",
  nothing:
    "Nothing was saved: too few patients, so that every number of this plot would be withheld outside the program.",
  failed: "The file could not be made. Nothing was saved. Try again.",
};

async function save(kind: Kind, { label, saveAs }: FigureSaveProps): Promise<State> {
  const leaving = await saveAs();
  if (leaving === null) return "nothing";
  const { figure, caption } = leaving;
  const svg = drawingAsSvg(drawFigure(figure, { width: FILE_WIDTH, text: 12 }), caption);
  const name = `${fileNameOf(label, caption)}.${kind}`;
  if (kind === "svg") saveFile(name, svg, "image/svg+xml");
  else saveFile(name, await pngOf(svg), "image/png");
  return "ready";
}

/** Saves a plot as it may leave the program, which is never the plot on the screen: small counts are withheld in it. */
export function FigureSave(props: FigureSaveProps) {
  const [state, setState] = useState<State>("ready");
  const start = (kind: Kind) => {
    setState("working");
    save(kind, props).then(setState, () => setState("failed"));
  };
  return (
    <div className={classes.save}>
      {(["svg", "png"] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className={buttons.word}
          data-quiet=""
          disabled={state === "working"}
          onClick={() => start(kind)}
        >
          Save as {kind.toUpperCase()}
          <span className="visually-hidden">: {props.label}</span>
        </button>
      ))}
      <span role="status">{WORDS[state]}</span>
    </div>
  );
}
