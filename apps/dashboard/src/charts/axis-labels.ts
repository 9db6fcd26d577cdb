export interface AxisLabel {
  readonly text: string;
  readonly y: number;
  /** A named line keeps its place; a plain tick gives way to it. */
  readonly named: boolean;
}

export interface PlacedLabel extends AxisLabel {
  /** The height of what it names, from which it may have been moved. */
  readonly of: number;
}

const GAP = 14;

/** Labels that touch stand together, spread evenly around the middle of what they name. */
interface Group {
  readonly labels: readonly AxisLabel[];
  readonly first: number;
}

const lastOf = ({ labels, first }: Group) => first + (labels.length - 1) * GAP;

function grouped(labels: readonly AxisLabel[], top: number): Group {
  const middle = labels.reduce((sum, { y }) => sum + y, 0) / labels.length;
  return { labels, first: Math.max(top, middle - ((labels.length - 1) * GAP) / 2) };
}

function spread(named: readonly AxisLabel[], top: number): PlacedLabel[] {
  const groups: Group[] = [];
  for (const label of named) {
    let group = grouped([label], top);
    let above = groups.at(-1);
    while (above && group.first - lastOf(above) < GAP) {
      groups.pop();
      group = grouped([...above.labels, ...group.labels], top);
      above = groups.at(-1);
    }
    groups.push(group);
  }
  return groups.flatMap(({ labels, first }) =>
    labels.map((label, place) => ({ ...label, y: first + place * GAP, of: label.y })),
  );
}

/**
 * Labels of one axis that do not touch: named lines first, moved apart where they meet; ticks where room is left. None
 * stands above `top`, where the lane has its name.
 */
export function placeLabels(labels: readonly AxisLabel[], top = Number.NEGATIVE_INFINITY): PlacedLabel[] {
  const named = labels.filter((label) => label.named).sort((a, b) => a.y - b.y);
  const placed = spread(named, top);
  for (const label of labels) {
    const touches = placed.some((other) => Math.abs(other.y - label.y) < GAP);
    if (!label.named && !touches && label.y >= top) placed.push({ ...label, of: label.y });
  }
  return placed.sort((a, b) => a.y - b.y);
}
