/** What a stroke or a filling means; each surface has its own colors for them, and paper may print them in gray. */
export type Tone =
  | "ink"
  | "ink-2"
  | "ink-3"
  | "line"
  | "line-strong"
  | "paper"
  | "paper-2"
  | "accent"
  | "phq"
  | "gad"
  | "better"
  | "worse"
  | "nodata"
  | "band-1"
  | "band-2"
  | "band-3"
  | "band-4";

export interface Look {
  readonly stroke?: Tone;
  /** In units of the drawing. */
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly fill?: Tone;
  /** 0 to 1; 1 unless given. */
  readonly opacity?: number;
}

/** What a person can point at: its words, and the key by which a page opens what is behind it. */
export interface About {
  readonly words: string;
  readonly key?: string;
}

export type DrawingElement =
  | ({
      readonly kind: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly about?: About;
    } & Look)
  | ({
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly about?: About;
    } & Look)
  | ({
      readonly kind: "circle";
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
      readonly about?: About;
    } & Look)
  /** `d` is the data of an SVG path, absolute commands only. */
  | ({ readonly kind: "path"; readonly d: string; readonly about?: About } & Look)
  | {
      readonly kind: "text";
      /** The baseline's place. */
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: "start" | "middle" | "end";
      readonly tone: Tone;
      readonly size: number;
      readonly medium?: boolean;
      /** Degrees, clockwise, around its place. */
      readonly turn?: number;
      readonly about?: About;
    };

/** A plot as lines, shapes and words: the screen, an SVG or PNG file and a page of a report draw the same one. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What a listener hears instead: the same values in words. */
  readonly spoken: string;
  readonly elements: readonly DrawingElement[];
}

/** The room there is. Lengths are CSS pixels on the screen and points on paper. */
export interface Surface {
  readonly width: number;
  /** The size of its small text, 12 on the screen. */
  readonly text: number;
}
