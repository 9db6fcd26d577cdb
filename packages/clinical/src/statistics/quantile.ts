/**
 * A quantile by type 7 of Hyndman and Fan (the default of R): linear between the two nearest values.
 *
 * @param values any order; null when there are none
 * @param share 0 to 1
 */
export function quantileOf(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (place - Math.floor(place)) * (above - below);
}
