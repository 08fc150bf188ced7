const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i;

/**
 * A page's bytes as text: by its byte order mark, else as UTF-8 where it is valid UTF-8, else by its
 * declared charset, else as GB18030, of which GBK and GB2312 are parts (GB 18030-2022).
 */
export function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = META_CHARSET.exec(head)?.[1]?.toLowerCase();
  try {
    // Text that is valid UTF-8 and contains Chinese is UTF-8 whatever the head says, because GB bytes almost never are.
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
 * Decodes a page that declares UTF-8 and has some broken bytes. Takes it as UTF-8, unless most of its Chinese is
 * broken.
 */
function tolerant(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.match(/\ufffd/g)?.length ?? 0;
  const chinese = utf8.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return broken > chinese ? new TextDecoder('gb18030').decode(bytes) : utf8;
}
