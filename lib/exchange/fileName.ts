/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** What some system forbids in a name, and what cannot be seen in one: controls, marks of direction, lone surrogates. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
/** Characters of a name: with three bytes each and the rest of the name it stays below the 255 bytes of most systems. */
const LONGEST = 60;

/** Words as a file's name, safe on every system; `fallback` where nothing of them is left. */
export function safeName(words: string, fallback = 'pizhu'): string {
  const characters = [...words.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim()];
  const name = characters
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return fallback;
  return RESERVED.test(name.split('.')[0]!) ? `_${name}` : name;
}

/** Gives names that were not given before, whatever their case: `标题`, `标题 (2)`. */
export function uniqueNames(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    let own = name;
    for (let n = 2; given.has(own.toLowerCase()); n++) own = `${name} (${n})`;
    given.add(own.toLowerCase());
    return own;
  };
}

/** A day where the reader is, `2026-01-31`. */
export function localDay(now: Date): string {
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
