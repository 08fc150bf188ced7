/** The line in the head of a snapshot that names the string between its parts. */
const BOUNDARY = /^\s*boundary="([^"\r\n]+)"/m;
/** The length of the head, in bytes, in which that line is looked for. */
const HEAD = 8192;
const LINE = '\r\n';

/**
 * Removes from an MHTML file (RFC 2557) the parts whose address begins with `prefix`. Leaves a file without such parts
 * as it is, byte for byte.
 */
export function withoutParts(file: Uint8Array<ArrayBuffer>, prefix: string): Blob {
  const whole = () => new Blob([file]);
  // One character for each byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(file);
  const address = `Content-Location: ${prefix}`;
  if (!text.includes(address)) return whole();
  const boundary = BOUNDARY.exec(text.slice(0, HEAD))?.[1];
  if (!boundary) return whole();
  const delimiter = `${LINE}--${boundary}`;
  const kept: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf(delimiter, from + delimiter.length);
    const to = next < 0 ? text.length : next;
    const headers = text.slice(from, text.indexOf(LINE + LINE, from + delimiter.length));
    if (!headers.includes(LINE + address)) kept.push(file.subarray(from, to));
    from = to;
  }
  return new Blob(kept);
}
