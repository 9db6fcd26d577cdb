import { expect, test } from "vitest";
import { foundWords, weeksTogether } from "./words.ts";

test("a check that looks at records counts problems, one that looks at stays counts stays", () => {
  const counted = { problems: 412, episodes: 203, of: 5121 };
  expect(foundWords(counted, "weeks", 900)).toEqual({ share: 412 / 5121, words: "412 of 5,121 weeks" });
  expect(foundWords({ ...counted, of: null }, "stays", 900)).toEqual({
    share: 203 / 900,
    words: "203 of 900 stays",
  });
});

test("of nothing there is no share", () => {
  expect(foundWords({ problems: 0, episodes: 0, of: 0 }, "weeks", 5).share).toBeNull();
  expect(weeksTogether([])).toEqual({ expected: 0, measured: 0 });
});

test("weeks are counted together", () => {
  const weeks = [
    { week: 0, expected: 10, measured: 9 },
    { week: 1, expected: 8, measured: 4 },
  ];
  expect(weeksTogether(weeks)).toEqual({ expected: 18, measured: 13 });
});
