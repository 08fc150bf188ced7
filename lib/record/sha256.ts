const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The longest text (UTF-16 units) that is encoded in `room`. */
const LONGEST = 128 * 1024;
/** Holds the bytes of one text at a time. A new array for each text would fill the memory in long exports and imports. */
let room: Uint8Array<ArrayBuffer> | undefined;

/** The text as UTF-8. The next call overwrites the bytes of a short text. */
function utf8(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > LONGEST) return new TextEncoder().encode(text);
  room ??= new Uint8Array(3 * LONGEST);
  return room.subarray(0, new TextEncoder().encodeInto(text, room).written);
}

/**
 * SHA-256 of a text as UTF-8, of bytes, or of a file, in lower-case hexadecimal. The bytes may be overwritten as soon as
 * the function has returned its promise.
 */
export async function sha256(content: string | Uint8Array<ArrayBuffer> | Blob): Promise<string> {
  // Hashes the bytes without a copy, because `digest` itself copies them before it returns.
  const bytes =
    typeof content === 'string'
      ? utf8(content)
      : content instanceof Uint8Array
        ? content
        : await content.arrayBuffer();
  let hex = '';
  for (const byte of new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) hex += HEX[byte];
  return hex;
}
