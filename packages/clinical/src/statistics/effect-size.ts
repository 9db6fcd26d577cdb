import type { ChangeJson } from "../outcomes/json.ts";
import { Z_95 } from "./wilson.ts";

/** A score before and one after: whole numbers. */
export type ScoreBeforeAfter = readonly [pre: number, post: number];

/** Whole sums of the pairs: exact, so that "no spread" and "one line" are decided and not guessed. */
interface Sums {
  readonly n: number;
  readonly pre: number;
  readonly post: number;
  /** n × Σ(x²) − (Σx)²: n(n − 1) times the variance. */
  readonly spreadPre: number;
  readonly spreadPost: number;
  /** n × Σ(xy) − Σx × Σy. */
  readonly spreadBoth: number;
}

function sumsOf(pairs: readonly ScoreBeforeAfter[]): Sums {
  const n = pairs.length;
  const sum = { pre: 0, post: 0, pre2: 0, post2: 0, both: 0 };
  for (const [pre, post] of pairs) {
    sum.pre += pre;
    sum.post += post;
    sum.pre2 += pre * pre;
    sum.post2 += post * post;
    sum.both += pre * post;
  }
  return {
    n,
    pre: sum.pre,
    post: sum.post,
    spreadPre: n * sum.pre2 - sum.pre * sum.pre,
    spreadPost: n * sum.post2 - sum.post * sum.post,
    spreadBoth: n * sum.both - sum.pre * sum.post,
  };
}

/** Pearson's correlation, −1 to 1; null when one side has no spread. Pairs on one line give exactly 1 or −1. */
function correlation({ spreadPre, spreadPost, spreadBoth }: Sums): number | null {
  if (spreadPre === 0 || spreadPost === 0) return null;
  if (BigInt(spreadBoth) ** 2n === BigInt(spreadPre) * BigInt(spreadPost)) return Math.sign(spreadBoth);
  const r = spreadBoth / (Math.sqrt(spreadPre) * Math.sqrt(spreadPost));
  return Math.min(1, Math.max(-1, r));
}

function standardError({ n }: Sums, r: number | null, d: number | null): number | null {
  return r === null || d === null ? null : Math.sqrt((2 * (1 - r)) / n + (d * d) / (2 * n));
}

/** Hedges' factor against the upward bias of small samples, with n − 1 degrees of freedom. */
function hedges(n: number): number {
  return 1 - 3 / (4 * (n - 1) - 1);
}

type Effect = Pick<ChangeJson, "r" | "d" | "g" | "se" | "low" | "high">;

function effectOf(sums: Sums, sdPre: number): Effect {
  const { n } = sums;
  const d = sdPre === 0 ? null : (sums.pre - sums.post) / n / sdPre;
  const g = d === null ? null : d * hedges(n);
  const r = correlation(sums);
  const se = standardError(sums, r, d);
  const reach = se === null ? null : Z_95 * se;
  return {
    r,
    d,
    g,
    se,
    low: g === null || reach === null ? null : g - reach,
    high: g === null || reach === null ? null : g + reach,
  };
}

const UNKNOWN: Omit<ChangeJson, "n"> = {
  mean_pre: null,
  sd_pre: null,
  mean_post: null,
  sd_post: null,
  mean_change: null,
  r: null,
  d: null,
  g: null,
  se: null,
  low: null,
  high: null,
};

/**
 * How scores moved: means and standard deviations (n − 1), and the standardized fall by the deviation before (Becker 1988)
 * with Hedges' correction; a positive effect is a fall. With fewer than two pairs all but n is null; without spread before or
 * after, null is what divides by it.
 */
export function changeOf(pairs: readonly ScoreBeforeAfter[]): ChangeJson {
  const sums = sumsOf(pairs);
  const { n } = sums;
  if (n < 2) return { n, ...UNKNOWN };
  const freedom = n * (n - 1);
  const sdPre = Math.sqrt(sums.spreadPre / freedom);
  return {
    n,
    mean_pre: sums.pre / n,
    sd_pre: sdPre,
    mean_post: sums.post / n,
    sd_post: Math.sqrt(sums.spreadPost / freedom),
    mean_change: (sums.post - sums.pre) / n,
    ...effectOf(sums, sdPre),
  };
}
