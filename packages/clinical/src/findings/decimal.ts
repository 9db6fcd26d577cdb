/** A decimal number as text gives it, exactly: `digits` × 10^−`places`. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

const PLAIN = /^(\d+)(?:\.(\d+))?$/;

/** A plain number such as `12` or `0.50`, not negative; null for anything else, such as `<5`, `1,200` or `1e3`. */
export function parseDecimal(text: string | null): Decimal | null {
  const parts = text === null ? null : PLAIN.exec(text.trim());
  if (parts === null) return null;
  const fraction = parts[2] ?? "";
  return { digits: BigInt(`${parts[1]}${fraction}`), places: fraction.length };
}

/** The product with an integer. */
export function times(factor: number, value: Decimal): Decimal {
  return { digits: BigInt(factor) * value.digits, places: value.places };
}

function scaled(value: Decimal, places: number): bigint {
  return value.digits * 10n ** BigInt(places - value.places);
}

/** Whether `a` is less than `b`, exactly. */
export function isLess(a: Decimal, b: Decimal): boolean {
  const places = Math.max(a.places, b.places);
  return scaled(a, places) < scaled(b, places);
}
