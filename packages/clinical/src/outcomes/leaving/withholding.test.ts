import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "./atoms.ts";
import { follows, sizesKnown } from "./attacker.testkit.ts";
import { type Claims, mayLeave } from "./withholding.ts";

/** Units from `first` on. */
function units(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => first + place);
}

/** Every cell is a claim of its own, in the order given. */
function told(cells: Readonly<Record<string, readonly number[]>>, rows: Claims["rows"] = []) {
  return [
    ...mayLeave({
      cells: Object.entries(cells).map(([name, members]) => ({ name, members })),
      sizes: new Map(),
      rows,
      equal: [],
      claims: Object.keys(cells).map((name) => ({ id: name, cells: [name] })),
    }),
  ];
}

describe("one cell", () => {
  test.each([
    [0, true],
    [1, false],
    [10, false],
    [11, true],
  ])("of %i is told: %s", (count, leaves) => {
    expect(told({ cell: units(0, count) })).toEqual(leaves ? ["cell"] : []);
  });
});

describe("what gives a small one away", () => {
  test("a total and one of two groups", () => {
    expect(told({ total: units(0, 100), large: units(0, 95), small: units(95, 5) })).toEqual(["total"]);
  });

  test("the groups without their total leave the large one", () => {
    expect(told({ large: units(0, 95), small: units(95, 5), total: units(0, 100) })).toEqual(["large"]);
  });

  test("a numerator 3 below its denominator", () => {
    expect(told({ denominator: units(0, 60), numerator: units(0, 57) })).toEqual(["denominator"]);
    expect(told({ denominator: units(0, 60), numerator: units(0, 49) })).toEqual([
      "denominator",
      "numerator",
    ]);
  });

  test("a total with one cell missing: a second cell is withheld, the least important", () => {
    const groups = { a: units(0, 40), b: units(40, 30), c: units(70, 20), d: units(90, 4) };
    expect(told({ total: units(0, 94), ...groups }, [["a", "b", "c", "d"]])).toEqual(["total", "a", "b"]);
  });

  test("two small groups that are small together: a third is withheld", () => {
    const groups = { a: units(0, 40), b: units(40, 30), c: units(70, 4), d: units(74, 4) };
    expect(told({ total: units(0, 78), ...groups }, [["a", "b", "c", "d"]])).toEqual(["total", "a"]);
  });

  test("two small groups that are large together guard each other", () => {
    const groups = { a: units(0, 40), b: units(40, 30), c: units(70, 9), d: units(79, 9) };
    expect(told({ total: units(0, 88), ...groups }, [["a", "b", "c", "d"]])).toEqual(["total", "a", "b"]);
  });

  test("a table by rows and by columns", () => {
    // 4 people stand at one crossing; its row and its column each lack one more, and so does a second row.
    const at = (row: number, column: number, count: number) => units((row * 3 + column) * 100, count);
    const crossing: Record<string, readonly number[]> = {};
    const size = [
      [4, 20, 30],
      [20, 25, 30],
      [30, 40, 50],
    ];
    for (const [r, row] of size.entries()) {
      for (const [c, count] of row.entries()) crossing[`x${r}${c}`] = at(r, c, count);
    }
    const sum = (places: readonly string[]) => places.flatMap((place) => [...(crossing[place] ?? [])]);
    const sums = {
      r0: sum(["x00", "x01", "x02"]),
      r1: sum(["x10", "x11", "x12"]),
      r2: sum(["x20", "x21", "x22"]),
      c0: sum(["x00", "x10", "x20"]),
      c1: sum(["x01", "x11", "x21"]),
      c2: sum(["x02", "x12", "x22"]),
    };
    const cells = { ...sums, ...crossing };
    const leaving = told(cells, [
      ["x00", "x01", "x02"],
      ["x00", "x10", "x20"],
    ]);
    const attack = {
      cells: Object.entries(cells).map(([name, members]) => ({ name, members })),
      sizes: new Map<number, number>(),
      told: leaving,
    };
    expect(follows(attack, crossing.x00 ?? [])).toBe(false);
    expect(Object.keys(sums).every((name) => leaving.includes(name))).toBe(true);
    expect(Object.keys(crossing).filter((name) => !leaving.includes(name)).length).toBe(4);
  });

  test("the same people counted in two places", () => {
    const cells = { all: units(0, 100), completers: units(0, 70), paired: units(0, 90), both: units(0, 64) };
    // 70 completers, of whom 64 are paired: the 6 others would be told.
    expect(told(cells)).toEqual(["all", "completers"]);
  });
});

test("a claim is told whole or not at all", () => {
  const cells: readonly Cell[] = [
    { name: "all", members: units(0, 50) },
    { name: "some", members: units(0, 45) },
  ];
  const claims = [
    { id: "rate", cells: ["all", "some"] },
    { id: "count", cells: ["all"] },
  ];
  expect([...mayLeave({ cells, sizes: new Map(), rows: [], equal: [], claims })]).toEqual(["count"]);
});

test("what was decided stays, and what comes later fits it", () => {
  const cells: readonly Cell[] = [
    { name: "all", members: units(0, 60) },
    { name: "women", members: units(0, 55) },
    { name: "young", members: units(10, 40) },
    { name: "old", members: units(50, 10) },
  ];
  const claims = ["women", "all", "young", "old"].map((name) => ({ id: name, cells: [name] }));
  const given = { cells, sizes: new Map<number, number>(), rows: [], equal: [], claims };
  expect([...mayLeave(given)]).toEqual(["women", "young"]);
  const settled = { decided: new Set(["women", "all"]), told: new Set(["all"]) };
  expect([...mayLeave(given, settled)]).toEqual(["all", "young"]);
});

test("sets of one size are known through each other", () => {
  // 100 stays of one week, of which 96 have a second: all weeks together less the second week are the stays.
  const cells: readonly Cell[] = [
    { name: "stays", members: units(0, 100) },
    { name: "second", members: units(0, 96) },
    { name: "first weeks", members: units(1_000, 100) },
    { name: "second weeks", members: units(2_000, 96) },
    { name: "weeks", members: [...units(1_000, 100), ...units(2_000, 96)] },
  ];
  const claims = ["stays", "weeks"].map((name) => ({ id: name, cells: [name] }));
  const given = { cells, sizes: new Map<number, number>(), rows: [], claims };
  expect([...mayLeave({ ...given, equal: [] })]).toEqual(["stays", "weeks"]);
  const equal = [
    ["stays", "first weeks"],
    ["second", "second weeks"],
  ] as const;
  expect([...mayLeave({ ...given, equal })]).toEqual(["stays"]);
});

test("a unit counts for as much as it is said to", () => {
  const cells: readonly Cell[] = [
    { name: "countable", members: [1, 2] },
    { name: "attended", members: [1] },
    { name: "everything", members: [1, 2, 3] },
  ];
  const claims = cells.map(({ name }) => ({ id: name, cells: [name] }));
  const leaving = (missed: number) => [
    ...mayLeave({
      cells,
      sizes: new Map([
        [1, 900],
        [2, missed],
        [3, 0],
      ]),
      rows: [],
      equal: [],
      claims,
    }),
  ];
  expect(leaving(4)).toEqual(["countable", "everything"]);
  expect(leaving(0)).toEqual(["countable", "attended", "everything"]);
  expect(leaving(40)).toEqual(["countable", "attended", "everything"]);
});

/** A clinic of chance: people discharged, some with a first score, some paired, some improved, in groups. */
const clinic = fc
  .record({
    people: fc.array(
      fc.record({
        pre: fc.integer({ min: 0, max: 9 }),
        paired: fc.integer({ min: 0, max: 9 }),
        improved: fc.integer({ min: 0, max: 9 }),
        completed: fc.boolean(),
        payer: fc.integer({ min: 0, max: 12 }),
        sex: fc.integer({ min: 0, max: 20 }),
      }),
      { minLength: 0, maxLength: 120 },
    ),
    shuffle: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 40, maxLength: 40 }),
  })
  .map(({ people, shuffle }) => {
    const where = (test: (one: (typeof people)[number]) => boolean) =>
      people.flatMap((one, place) => (test(one) ? [place] : []));
    const cells: Record<string, readonly number[]> = {
      discharged: where(() => true),
      pre: where(({ pre }) => pre > 0),
      paired: where(({ pre, paired }) => pre > 0 && paired > 1),
      improved: where(({ pre, paired, improved }) => pre > 0 && paired > 1 && improved > 4),
      completed: where(({ completed }) => completed),
      completedPaired: where(({ completed, pre, paired }) => completed && pre > 0 && paired > 1),
    };
    const payer = (value: number) => Math.floor(Math.sqrt(value));
    for (const group of [0, 1, 2, 3]) {
      cells[`payer${group}`] = where((one) => payer(one.payer) === group);
      cells[`payerPaired${group}`] = where(
        (one) => one.pre > 0 && one.paired > 1 && payer(one.payer) === group,
      );
    }
    for (const group of [0, 1, 2]) {
      cells[`sex${group}`] = where((one) => Math.floor(one.sex / 9) === group);
    }
    const rows = [
      ["payer0", "payer1", "payer2", "payer3"],
      ["payerPaired0", "payerPaired1", "payerPaired2", "payerPaired3"],
      ["sex0", "sex1", "sex2"],
    ];
    const names = Object.keys(cells).toSorted((a, b) => {
      const key = (name: string) => shuffle[Object.keys(cells).indexOf(name)] ?? 0;
      return key(a) - key(b);
    });
    return { cells: Object.entries(cells).map(([name, members]) => ({ name, members })), rows, names };
  });

/** What any two cells share, and what one has beyond the other, as far as it is 1 to 10. */
function smallDifferences(cells: readonly Cell[]): readonly (readonly number[])[] {
  const pairs = cells.flatMap((one) => cells.map((other) => ({ one, second: new Set(other.members) })));
  const sets = pairs.flatMap(({ one, second }) => [
    one.members.filter((unit) => !second.has(unit)),
    one.members.filter((unit) => second.has(unit)),
  ]);
  return sets.filter(({ length }) => length > 0 && length <= 10);
}

describe("against somebody who has every number", () => {
  test("no protected set follows, whatever is told first", () => {
    fc.assert(
      fc.property(clinic, ({ cells, rows, names }) => {
        const claims = names.map((name) => ({ id: name, cells: [name] }));
        const leaving = mayLeave({ cells, sizes: new Map(), rows, equal: [], claims });
        const attack = { cells, sizes: new Map<number, number>(), told: [...leaving] };
        for (const size of sizesKnown(attack, 3)) expect(size === 0 || size > 10).toBe(true);
        for (const set of smallDifferences(cells)) expect(follows(attack, set)).toBe(false);
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  test("and something is told where all are many", () => {
    const all = told({ total: units(0, 400), a: units(0, 200), b: units(200, 120), c: units(320, 80) });
    expect(all).toEqual(["total", "a", "b", "c"]);
  });
});
