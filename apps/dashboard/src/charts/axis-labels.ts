export interface AxisLabel {
  readonly text: string;
  readonly y: number;
  /** A named line keeps its place; a plain tick gives way to it. */
  readonly named: boolean;
}

const GAP = 14;

function touches(a: AxisLabel, b: AxisLabel): boolean {
  return Math.abs(a.y - b.y) < GAP;
}

/** Labels of one axis that do not touch: named lines first, moved apart where they meet; ticks where room is left. */
export function placeLabels(labels: readonly AxisLabel[]): AxisLabel[] {
  const named = labels.filter((label) => label.named).sort((a, b) => a.y - b.y);
  const placed: AxisLabel[] = [];
  for (const label of named) {
    const above = placed.at(-1);
    placed.push(above && touches(above, label) ? { ...label, y: above.y + GAP } : label);
  }
  for (const label of labels) {
    if (!label.named && !placed.some((other) => touches(other, label))) placed.push(label);
  }
  return placed.sort((a, b) => a.y - b.y);
}
