const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i;

/**
 * Decodes the bytes of a page: by the byte order mark if there is one; as UTF-8 if they are valid UTF-8; else by the
 * charset that the page declares; else as GB18030, which includes GBK and GB2312 (GB 18030-2022).
 */
export function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = META_CHARSET.exec(head)?.[1]?.toLowerCase();
  try {
    // Bytes that are valid UTF-8 are UTF-8, whatever the page declares: Chinese text in a GB charset is almost never
    // valid UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const chosen = declared && !/^(utf-?8|gb)/.test(declared) ? declared : 'gb18030';
    if (declared && /^utf-?8$/.test(declared)) return tolerant(bytes);
    try {
      return new TextDecoder(chosen).decode(bytes);
    } catch {
      return new TextDecoder('gb18030').decode(bytes);
    }
  }
}

/**
 * Decodes a page that declares UTF-8 but has some invalid bytes. Keeps UTF-8 unless most of the Chinese in it is
 * broken.
 */
function tolerant(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.match(/\ufffd/g)?.length ?? 0;
  const chinese = utf8.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return broken > chinese ? new TextDecoder('gb18030').decode(bytes) : utf8;
}
