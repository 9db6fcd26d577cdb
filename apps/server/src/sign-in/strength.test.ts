import { describe, expect, it } from "vitest";
import { isStrong } from "./strength.ts";

const IMANI = {
  name: "Imani Alderpilot",
  email: "imani.alderpilot@clinic.example",
  clinic: ["IOP-DAY", "Harborview Day Program"],
};

describe("a password that holds only what is known beforehand", () => {
  it.each([
    "imani alderpilot",
    "ImaniAlderpilot1",
    "Imani.Alderpilot.2026",
    "1m4n1 @lderp1lot!!",
    "alderpilot imani alderpilot",
    "iloveyou iloveyou",
    "I love you, I love you",
    "soundings soundings",
    "Soundings2026!!",
    "January2026!!",
    "Wednesday-Winter-2025",
    "Welcome2Clinic!",
    "P@ssw0rd2026!!",
    "thisisapassword",
    "correct horse battery staple",
    "Correct-Horse-Battery-Staple!",
    "correct1horse2battery3staple",
    "to be or not to be",
    "four harbor lights at dusk",
    "Four Harbor Lights At Dusk!",
    "Harborview2026!!",
    "harborview day program",
    "qwertyuiop123456",
    "aaaaaaaaaaaaaaaa",
    "abcabcabcabcabc",
    "short but no",
    "tX9#kQ",
    "x".repeat(129),
  ])("is refused: %s", async (password) => {
    expect(await isStrong(password, IMANI)).toBe(false);
  });
});

describe("a password that nobody can know", () => {
  it.each([
    "quiet otters borrow seven maps",
    "velvet canyon pretzel dynamo",
    "gravel lantern mosaic turnip",
    "pelican asphalt brisk violin",
    "Copper kettle under Tuesday rain clouds",
    "marigold-subway-hinge-plankton",
    "UmbrellaFossilCactusNickel",
    "frost.juggler.banjo.octopus",
    "tX9#kQ2!vLm7$wRz",
    "hV7pQz3nXw8kLr5t",
    "mF4-zR9-qT2-xB7-kW",
    "4FyMP&xRt4A8",
    "KMdtacWm!2*6",
    "seven imani lanterns tasted purple",
    "my goat reads tide tables nightly",
    "blå ostar dansar på månen",
    "crimson yodel 48 wombat ladder",
    "тихие выдры берут карты",
  ])("is taken: %s", async (password) => {
    expect(await isStrong(password, IMANI)).toBe(true);
  });
});
