/** A cell of more characters (Unicode code points) rejects its row. */
export const MAX_CELL_CHARACTERS = 100_000;

/**
 * UTF-8 needs at most four bytes a character (and a doubled quote two), so a cell of more bytes is too long without
 * looking inside; the rest is for its own quotes and some space around it.
 */
export const MAX_CELL_BYTES = 4 * MAX_CELL_CHARACTERS + 1_000;

/** What is held of one record at most; a longer one is passed over and reported, so that memory stays bounded. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/** Cells of one record that are told apart at most. */
export const MAX_CELLS = 10_000;

/** Characters kept of a record that could not be taken apart. */
export const MAX_RAW_CHARACTERS = 100_000;

/** Whether `text` has more characters than a cell may have. */
export function isTooLong(text: string): boolean {
  if (text.length <= MAX_CELL_CHARACTERS) return false;
  if (text.length > 2 * MAX_CELL_CHARACTERS) return true;
  let characters = 0;
  for (const _character of text) characters += 1;
  return characters > MAX_CELL_CHARACTERS;
}

/** Whether `text` has a control character other than tab and line breaks: U+0000 to U+001F, or U+007F. */
export function hasControlCharacter(text: string): boolean {
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit < 0x20 ? unit !== 0x09 && unit !== 0x0a && unit !== 0x0d : unit === 0x7f) return true;
  }
  return false;
}
