/** Names that Windows reserves for devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/**
 * Characters that an operating system forbids in a file name, and invisible ones: controls, direction marks, lone
 * surrogates.
 */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
/** The most characters of a name. That many Chinese characters have 180 bytes. */
const LONGEST = 60;
/** The most bytes of a name. With date and extension, a name then fits in the 255 bytes that most systems allow. */
const MOST_BYTES = 180;

/** Returns the first characters of a name: at most `LONGEST`, and at most `MOST_BYTES` as UTF-8. */
function cut(characters: string[]): string {
  let name = '';
  let bytes = 0;
  for (const one of characters.slice(0, LONGEST)) {
    bytes += new TextEncoder().encode(one).length;
    if (bytes > MOST_BYTES) break;
    name += one;
  }
  return name;
}

/** Makes a file name from words that is safe on every system. Returns `fallback` where no character is left. */
export function safeName(words: string, fallback = 'pizhu'): string {
  const characters = [...words.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim()];
  const name = cut(characters).replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return fallback;
  return RESERVED.test(name.split('.')[0]!) ? `_${name}` : name;
}

/**
 * Returns a function that makes each name unique: `标题` (title), `标题 (2)`. Names that differ only in case count as
 * equal.
 */
export function uniqueNames(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    let own = name;
    for (let n = 2; given.has(own.toLowerCase()); n++) own = `${name} (${n})`;
    given.add(own.toLowerCase());
    return own;
  };
}
