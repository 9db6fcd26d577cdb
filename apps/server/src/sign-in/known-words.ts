/** Phrases that everybody knows, without spaces: guessers try them whole. */
const PHRASES = [
  "correcthorsebatterystaple",
  "correcthorsebattery",
  "thequickbrownfoxjumpsoverthelazydog",
  "thequickbrownfox",
  "jumpsoverthelazydog",
  "tobeornottobethatisthequestion",
  "tobeornottobe",
  "maytheforcebewithyou",
  "twinkletwinklelittlestar",
  "maryhadalittlelamb",
  "onceuponatime",
  "happilyeverafter",
  "letmeinplease",
  "openupplease",
  "opensesame",
  "inthebeginningwastheword",
  "ourfatherwhoartinheaven",
  "wethepeople",
  "ihaveadream",
  "livelongandprosper",
  "hastalavistababy",
  "itwasthebestoftimes",
  "somewhereovertherainbow",
  "rosesareredvioletsareblue",
  "rosesarered",
  "violetsareblue",
  "keepcalmandcarryon",
  "anappleaday",
  "firstdonoharm",
  "onedayatatime",
  "serenityprayer",
  "godgrantmetheserenity",
  "easydoesit",
  "iloveyousomuch",
  "iloveyou",
  "ilovemy",
  "trustnoone",
  "letmein",
] as const;

/** Words that passwords are made of in a clinic, of any clinic. */
const WORDS = [
  ..."january february march april may june july august september october november december".split(" "),
  ..."monday tuesday wednesday thursday friday saturday sunday".split(" "),
  ..."spring summer autumn winter fall".split(" "),
  ..."soundings password passwords passwort passphrase passcode welcome changeme secret login logon signin".split(
    " ",
  ),
  ..."clinics clinic clinical clinician hospital patients patient therapy therapist therapists counselor".split(
    " ",
  ),
  ..."outcomes outcome dashboard administrator administration admin director prescriber program demo".split(
    " ",
  ),
  ..."intensive outpatient account default temporary testing test user guest example".split(" "),
  ..."qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm".split(" "),
].sort((a, b) => b.length - a.length);

const YEARS = /(?:19|20)\d\d/g;

/** What is written in the place of a letter. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
};

/** In lower case, without accents, spaces, and the marks that stand between words. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+|[\s._,;:+/'"-]+/gu, "");
}

/** Nothing but the letters. */
export function lettersOf(text: string): string {
  return plain(text).replace(/\P{L}+/gu, "");
}

/** A password of mostly letters is also judged by them alone, so that marks between words hide none. */
const MOSTLY_LETTERS = 0.6;
/** Fewer are no phrase, and too few to judge a random password by. */
const PHRASE_LETTERS = 10;

/** The forms in which known words are looked for: as it is, with digits and marks read as letters, and its letters alone. */
export function plainFormsOf(text: string): readonly string[] {
  const whole = plain(text);
  const read = whole.replace(YEARS, "").replace(/[013457@$!|]/g, (mark) => STANDS_FOR[mark] ?? "");
  const letters = lettersOf(text);
  const isPhrase = letters.length >= PHRASE_LETTERS && letters.length > whole.length * MOSTLY_LETTERS;
  const forms = isPhrase ? [whole, read, letters] : [whole, read];
  return [...new Set(forms)];
}

/** Takes out what stands again further on, so that a thing said twice counts once. */
function onlyOnce(text: string): string {
  return text.replace(/(.{4,})(?=.*\1)/g, "").replace(/(.)\1{2,}/g, "$1");
}

/** What is left of a plain form without repetitions, known phrases, the given words, and words and years of every clinic. */
export function withoutKnown(form: string, given: readonly string[]): string {
  let left = form.replace(YEARS, "");
  for (const word of [...PHRASES, ...given, ...WORDS]) left = left.replaceAll(word, "");
  return onlyOnce(left);
}
