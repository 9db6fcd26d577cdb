import { expect, it } from "vitest";
import { parseSearch, stringifySearch } from "./search-text.ts";

it("reads every value as plain text", () => {
  expect(parseSearch("?q=007&ready=true&name=a%20b")).toEqual({ q: "007", ready: "true", name: "a b" });
});

it("writes the same address for the same choices, whatever their order", () => {
  const address = stringifySearch({ ready: true, level: "iop", q: "O’Hara & co" });
  expect(address).toBe(stringifySearch({ q: "O’Hara & co", ready: true, level: "iop" }));
  expect(address.startsWith("?level=iop&q=")).toBe(true);
});

it("leaves out what is unset and is empty when nothing is set", () => {
  expect(stringifySearch({ q: "", level: undefined, asOf: null })).toBe("");
});

it("gives back what was written", () => {
  const search = { q: "Ærø? #1 + 2=3", level: "php" };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});
