import { expect, test } from "vitest";
import { bytesOf } from "./save-file.ts";

test("bytes come out as they went in, those above 127 too", () => {
  expect([...bytesOf("JVBERi0xLjf/gAA=")]).toEqual([37, 80, 68, 70, 45, 49, 46, 55, 255, 128, 0]);
  expect([...bytesOf("")]).toEqual([]);
});
