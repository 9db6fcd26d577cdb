import type { MedicationLane } from "@soundings/clinical";
import { dateWords } from "../ui/dates.ts";
import { clampX, inRange, type TimeScale, xStart } from "./time-scale.ts";

/** A generous width of 12 px text, so that labels are dropped rather than run into each other. */
const CHARACTER = 6.6;
const GAP = 10;

export interface BarLabel {
  readonly text: string;
  readonly x: number;
}

type Segment = MedicationLane["segments"][number];

const widthOf = (text: string) => text.length * CHARACTER;

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** As much of a text as has room, ended by an ellipsis; the whole stands in the sentence of the lane and in the table. */
export function heldTo(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const whole = [...letters.segment(text)].map(({ segment }) => segment);
  return `${whole
    .slice(0, Math.max(0, Math.floor(room / CHARACTER) - 1))
    .join("")
    .trimEnd()}…`;
}

/** The name gives way before the dose does. */
function namedDose(medication: string, doseText: string, room: number): string {
  const dose = heldTo(doseText, room / 2);
  return `${heldTo(medication, room - widthOf(` ${dose}`))} ${dose}`.trim();
}

/** The name with the dose, and since when if that is earlier than what is shown and leaves room for the next dose. */
function firstLabel(
  lane: MedicationLane,
  segments: readonly [Segment, ...Segment[]],
  { scale, right }: { scale: TimeScale; right: number },
): BarLabel {
  const [first, second] = segments;
  const text = namedDose(lane.medication, first.doseText, right - scale.left);
  const start = clampX(scale, xStart(scale, first.from));
  const x = Math.max(scale.left, Math.min(start, right - widthOf(text)));
  const since = first.from < scale.from ? `, since ${dateWords(first.from, scale.to)}` : "";
  const end = second ? xStart(scale, second.from) - GAP : scale.right;
  return { text: x + widthOf(text + since) <= end ? text + since : text, x };
}

/** A mark without a bar, such as a stop of what began before all records, still says whose it is; so does an empty row. */
function barless(lane: MedicationLane, scale: TimeScale): BarLabel[] {
  if (lane.changes.length === 0) return [];
  const change = lane.changes.find(({ on }) => inRange(scale, on));
  const room = scale.right - scale.left;
  const text = heldTo(change?.text ?? `${lane.medication}: nothing in these days`, room);
  const at = change ? xStart(scale, change.on) : scale.left;
  return [{ text, x: Math.max(scale.left, Math.min(at, scale.right - widthOf(text))) }];
}

/** The name at the first visible segment, the dose at each later one that has room, and always the last dose, after an arrow where it could not stand at its own day. */
export function barLabels(lane: MedicationLane, scale: TimeScale): BarLabel[] {
  const [first, ...later] = lane.segments.filter(
    ({ from, to }) => from <= scale.to && (to === null || to >= scale.from),
  );
  if (!first) return barless(lane, scale);
  const room = (scale.right - scale.left) / 2;
  const last = later.at(-1);
  // The last dose keeps its place at the end, whatever stands before it.
  const lastFrom = last ? scale.right - widthOf(`→ ${heldTo(last.doseText, room)}`) : scale.right;
  const right = last ? lastFrom - GAP : scale.right;
  const labels = [firstLabel(lane, [first, ...later], { scale, right })];
  let end = (labels[0]?.x ?? 0) + widthOf(labels[0]?.text ?? "");
  const lastStart = last ? Math.min(xStart(scale, last.from), lastFrom) : 0;
  for (const segment of later) {
    const dose = heldTo(segment.doseText, room);
    const start = clampX(scale, xStart(scale, segment.from));
    const width = widthOf(dose);
    const fits = start >= end + GAP && start + width + GAP <= lastStart;
    if (segment !== last && !fits) continue;
    const own = start + width <= scale.right ? start : lastFrom;
    const x = Math.max(own, end + GAP);
    labels.push({ text: x === start ? dose : `→ ${dose}`, x });
    end = x + width;
  }
  return labels;
}
