/** The number of 32-bit words that hold a UUID. */
const WORDS = 4;
const FIRST_SLOTS = 1024;
/** What an empty slot contains. */
const NO_UUID = new Uint32Array(WORDS);
const [UUID_LENGTH, DIGITS_IN_WORD, BITS_OF_DIGIT] = [36, 8, 4];
const HYPHEN = 0x2d;
const HYPHENS_AT = [8, 13, 18, 23];

/** The value of a hexadecimal digit in lower case; -1 for any other character. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
}

/**
 * Writes the 128 bits of a UUID into `words`. False for any other string, and for the UUID of zeros. An upper-case UUID
 * is another string, because the database compares letters.
 */
function readUuid(id: string, words: Uint32Array): boolean {
  if (id.length !== UUID_LENGTH) return false;
  let digits = 0;
  let word = 0;
  let any = 0;
  for (let i = 0; i < UUID_LENGTH; i++) {
    const code = id.charCodeAt(i);
    if (HYPHENS_AT.includes(i)) {
      if (code !== HYPHEN) return false;
      continue;
    }
    const digit = digitOf(code);
    if (digit < 0) return false;
    word = (word << BITS_OF_DIGIT) | digit;
    if (++digits % DIGITS_IN_WORD !== 0) continue;
    words[digits / DIGITS_IN_WORD - 1] = word;
    any |= word;
    word = 0;
  }
  return any !== 0;
}

/**
 * A set of ids, which are usually UUIDs. It takes about 20 to 40 bytes for each UUID, a quarter of what a `Set` takes.
 * So a file of a million marks can be read.
 */
export class UuidSet {
  private readonly others = new Set<string>();
  /**
   * A hash table of the UUIDs. The bits of a UUID name a slot; the UUID is in that one, or in the next one that was
   * free. An empty slot is zero.
   */
  private slots = new Uint32Array(FIRST_SLOTS * WORDS);
  private count = 0;

  /** The id that was read last, and its bits. An id is usually looked up right before it is added. */
  private last = '';
  private readonly words = new Uint32Array(WORDS);
  private isUuid = false;

  has(id: string): boolean {
    return this.read(id) ? this.isAt(this.find(this.words), this.words) : this.others.has(id);
  }

  add(id: string): this {
    if (this.read(id)) this.put(this.words);
    else this.others.add(id);
    return this;
  }

  /** Reads the bits of an id into `words`. Returns whether it has any. */
  private read(id: string): boolean {
    if (id === this.last) return this.isUuid;
    this.last = id;
    this.isUuid = readUuid(id, this.words);
    return this.isUuid;
  }

  private put(words: ArrayLike<number>): void {
    const at = this.find(words);
    if (this.isAt(at, words)) return;
    this.slots.set(words, at);
    this.count++;
    // Keeps a third of the slots free, so that an id is found after few steps.
    if (this.count * 3 * WORDS > this.slots.length * 2) this.grow();
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Uint32Array(2 * slots.length);
    this.count = 0;
    for (let at = 0; at < slots.length; at += WORDS) {
      const words = slots.subarray(at, at + WORDS);
      if (words.some((word) => word !== 0)) this.put(words);
    }
  }

  private isAt(at: number, words: ArrayLike<number>): boolean {
    for (let i = 0; i < WORDS; i++) if (this.slots[at + i] !== words[i]) return false;
    return true;
  }

  /** The slot that has a UUID, or else the free slot for it. */
  private find(words: ArrayLike<number>): number {
    const { length } = this.slots;
    // Mixes all bits. Otherwise a hostile file could have ids that agree in some bits, and all name the same slot.
    let mixed = 0;
    for (let i = 0; i < WORDS; i++) mixed = Math.imul(mixed ^ words[i]!, 0x9e3779b1) ^ (mixed >>> 15);
    let at = ((mixed >>> 0) * WORDS) % length;
    while (!this.isAt(at, NO_UUID) && !this.isAt(at, words)) at = (at + WORDS) % length;
    return at;
  }
}
