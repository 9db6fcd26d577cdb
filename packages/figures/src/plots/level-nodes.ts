import { LEVEL_NODES, type LevelNode } from "@soundings/clinical";
import type { Tone } from "../drawing.ts";

type Group = "outside" | "earlier" | "within" | "ended" | "next" | "open";

/** Headings over the nodes of a group. */
export const GROUPS: Readonly<Record<Group, string>> = {
  outside: "Outside",
  earlier: "Earlier stay",
  within: "This stay",
  ended: "Ended",
  next: "Next stay",
  open: "Not ended",
};

interface Node {
  readonly name: string;
  /** Where there is little room. */
  readonly short: string;
  /** In a sentence. */
  readonly words: string;
  readonly tone: Tone;
}

const LEVELS = {
  residential: ["Residential", "Residential", "residential"],
  php: ["Partial hospitalization", "PHP", "partial hospitalization"],
  iop: ["Intensive outpatient", "IOP", "intensive outpatient"],
  op: ["Outpatient", "Outpatient", "outpatient"],
} as const;

function level(id: keyof typeof LEVELS, of = ""): Node {
  const [name, short, words] = LEVELS[id];
  return { name, short, words: `${of}${words}`, tone: "ink-3" };
}

export const NODES: Readonly<Record<LevelNode, Node>> = {
  community: { name: "Community", short: "Community", words: "the community", tone: "ink-3" },
  from_residential: level("residential", "an earlier stay at "),
  from_php: level("php", "an earlier stay at "),
  from_iop: level("iop", "an earlier stay at "),
  from_op: level("op", "an earlier stay at "),
  residential: level("residential"),
  php: level("php"),
  iop: level("iop"),
  op: level("op"),
  planned_out: { name: "As planned", short: "As planned", words: "an end as planned", tone: "better" },
  unplanned_out: { name: "Unplanned", short: "Unplanned", words: "an unplanned end", tone: "worse" },
  transferred_up_out: {
    name: "To more care elsewhere",
    short: "More care",
    words: "more care elsewhere",
    tone: "ink-2",
  },
  other_out: { name: "Another reason", short: "Other", words: "an end for another reason", tone: "ink-3" },
  unknown_out: {
    name: "Reason not recorded",
    short: "No reason",
    words: "an end without a recorded reason",
    tone: "nodata",
  },
  to_residential: level("residential", "a next stay at "),
  to_php: level("php", "a next stay at "),
  to_iop: level("iop", "a next stay at "),
  to_op: level("op", "a next stay at "),
  still_here: { name: "Still here", short: "Still here", words: "still being here", tone: "ink-3" },
};

export const ORDER: readonly string[] = LEVEL_NODES;

export function groupOf(node: LevelNode): Group {
  if (node === "community") return "outside";
  if (node === "still_here") return "open";
  if (node.startsWith("from_")) return "earlier";
  if (node.startsWith("to_")) return "next";
  return node.endsWith("_out") ? "ended" : "within";
}
