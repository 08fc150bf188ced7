/** The line in the head of a snapshot that names the string between its parts. */
const BOUNDARY = /^\s*boundary="([^"\r\n]+)"/m;
/** The line in the head of a snapshot with the address of its page, as Chromium writes it. */
const LOCATION = /^Snapshot-Content-Location: (.*?)\r?$/m;
/** The length in bytes of the head, in which `BOUNDARY` and `LOCATION` are looked for. */
const HEAD = 8192;
const LINE = '\r\n';

/** The address of the page of which a browser made an MHTML file; empty where the file does not say. */
export const pageAddressIn = async (file: Blob): Promise<string> =>
  LOCATION.exec(await file.slice(0, HEAD).text())?.[1] ?? '';

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
