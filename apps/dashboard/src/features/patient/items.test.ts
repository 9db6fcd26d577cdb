import { describe, expect, it } from "vitest";
import { ADMITTED, day, mark, phqLane, week } from "../../charts/lane.fixture.ts";
import { itemColumns } from "./item-columns.ts";
import { cellWords, difficultyRow, itemRows } from "./item-words.ts";

const lane = phqLane(
  [mark(15, 9), mark(-3, 14), mark(3, 12), mark(2, null)],
  [week(0, "done"), week(1, "refused"), week(2, "done"), week(3, "due")],
);

describe("the columns of the answers", () => {
  it("hold every assessment by date and every week that has none", () => {
    const columns = itemColumns(lane, ADMITTED).map((column) =>
      column.kind === "taken" ? column.mark.assessmentId : `${column.week} ${column.state}`,
    );
    expect(columns).toEqual(["a-3", "a2", "a3", "1 refused", "a15", "3 due"]);
  });

  it("put an assessment before admission into a week before the first", () => {
    expect(itemColumns(lane, ADMITTED)[0]?.week).toBe(-1);
  });
});

describe("the rows of the answers", () => {
  it("begin with suicidality and leave difficulty out", () => {
    expect(itemRows(lane).map(({ number }) => number)).toEqual([9, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(difficultyRow(lane).number).toBe(10);
  });

  it("say a 0 on item 9 as an answer and as nothing more", () => {
    const [safety, interest] = itemRows(lane);
    const zero = mark(3, 0, { items: Array.from({ length: 10 }, () => 0) });
    expect(safety && cellWords(safety, zero)).toMatch(/\nanswered 0$/);
    expect(interest && cellWords(interest, zero)).toMatch(/\n0, not at all$/);
  });

  it("say what was not answered, and what only a total is known of", () => {
    const [safety] = itemRows(lane);
    const unanswered = mark(3, null, { items: Array.from({ length: 10 }, () => null) });
    expect(safety && cellWords(safety, unanswered)).toMatch(/\nnot answered$/);
    expect(safety && cellWords(safety, { ...unanswered, totalOnly: true })).toMatch(
      /only the total is known$/,
    );
  });

  it("name the day and the words of the item", () => {
    const [safety] = itemRows(lane);
    expect(safety && cellWords(safety, mark(3, 12))).toContain("better off dead");
    expect(safety && cellWords(safety, mark(3, 12))).toContain(day(3).slice(0, 4));
  });
});
