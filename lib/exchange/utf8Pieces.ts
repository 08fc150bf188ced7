/** The number of bytes in a piece, unless a single text is longer. */
const PIECE = 512 * 1024;
/** A UTF-16 unit takes at most this many bytes of UTF-8. */
const BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();

/** Encodes the texts of a file as UTF-8, and joins them into pieces that can be written with few calls. */
export class Utf8Pieces {
  private room = new Uint8Array(PIECE);
  private used = 0;
  private full: Uint8Array<ArrayBuffer>[] = [];

  /** Adds a text. Returns its bytes. */
  add(text: string): Uint8Array<ArrayBuffer> {
    const most = text.length * BYTES_PER_UNIT;
    if (most > this.room.length - this.used) {
      this.close();
      // Takes new memory, because the reader of a piece may keep it.
      this.room = new Uint8Array(Math.max(PIECE, most));
    }
    const { written } = encoder.encodeInto(text, this.room.subarray(this.used));
    this.used += written;
    return this.room.subarray(this.used - written, this.used);
  }

  private close(): void {
    if (this.used > 0) this.full.push(this.room.subarray(0, this.used));
    this.used = 0;
  }

  /** The pieces that are complete. Each is returned once. */
  takeFull(): Uint8Array<ArrayBuffer>[] {
    const { full } = this;
    this.full = [];
    return full;
  }

  /** All remaining pieces. Nothing can be added afterwards. */
  takeRest(): Uint8Array<ArrayBuffer>[] {
    this.close();
    return this.takeFull();
  }
}
