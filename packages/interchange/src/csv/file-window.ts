import type { FileHandle } from "node:fs/promises";

/** The part of a file that is held in memory: bytes `[0, end)` of `bytes`, which start at `base` in the file. */
export class FileWindow {
  bytes: Buffer;
  base = 0;
  end = 0;
  atEnd = false;
  readonly #handle: FileHandle;
  readonly #chunk: number;

  /** `chunk` is how many bytes are read at a time. */
  constructor(handle: FileHandle, chunk: number) {
    this.#handle = handle;
    this.#chunk = chunk;
    this.bytes = Buffer.allocUnsafe(2 * chunk);
  }

  /**
   * Reads on after what is held, letting go of the bytes before `keepFrom`. Positions move down by `keepFrom`.
   * Throws what the file system throws.
   */
  async fill(keepFrom: number): Promise<void> {
    this.bytes.copyWithin(0, keepFrom, this.end);
    this.base += keepFrom;
    this.end -= keepFrom;
    if (this.bytes.length - this.end < this.#chunk) {
      const larger = Buffer.allocUnsafe(this.bytes.length * 2);
      this.bytes.copy(larger, 0, 0, this.end);
      this.bytes = larger;
    }
    const { bytesRead } = await this.#handle.read(this.bytes, this.end, this.#chunk, this.base + this.end);
    this.end += bytesRead;
    this.atEnd = bytesRead === 0;
  }

  /** Goes to a place in the file; returns the position of that place in `bytes`. */
  seek(offset: number): number {
    if (offset >= this.base && offset <= this.base + this.end) return offset - this.base;
    this.base = offset;
    this.end = 0;
    this.atEnd = false;
    return 0;
  }
}
