import { describe, expect, test } from "vitest";
import { parseCalendarDate } from "../calendar/civil.ts";
import { DISCLOSURE_NOTICES, noticeName, PART_2_SHORT_STATEMENT, PART_2_STATEMENT } from "./notices.ts";

test("no two notices share a name", () => {
  const names = DISCLOSURE_NOTICES.map(noticeName);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(DISCLOSURE_NOTICES)("$id", (notice) => {
  test("has a version, a text in one line, a source and the reminder to check it", () => {
    expect(parseCalendarDate(notice.version)).toBe(notice.version);
    expect(notice.text.trim()).toBe(notice.text);
    expect(notice.text).toMatch(/42 CFR part 2/);
    expect(notice.text).not.toMatch(/\n| {2}/);
    expect(notice.source).toContain("42 CFR 2.32");
    expect(notice.check).toContain("ecfr.gov");
  });

  test("is named by id and version without a character that a name may not hold", () => {
    expect(noticeName(notice)).toMatch(/^[a-z0-9-]+@\d{4}-\d{2}-\d{2}$/);
  });

  test("takes effect on or after its publication", () => {
    expect(notice.effectiveOn >= notice.version).toBe(true);
  });
});

test("the statement says what the rule of 2024 added: proceedings, and who may go on using the record", () => {
  const { text } = PART_2_STATEMENT;
  expect(text).toContain("in any civil, criminal, administrative, or legislative proceedings");
  expect(text).toContain("42 CFR 2.12(c)(5)");
  expect(text).toContain("42 CFR 2.64 or 2.65");
  expect(text).toContain("is NOT sufficient");
  for (const place of ["(i)", "(ii)", "(iii)"]) expect(text).toContain(place);
});

test("the short one forbids use as well as disclosure", () => {
  expect(PART_2_SHORT_STATEMENT.text).toContain("unauthorized use or disclosure");
});
