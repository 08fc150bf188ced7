import { cleanTags } from '../../annotation/edit.ts';

const QUOTED = /^(?:"([^"]+)"|“([^”]+)”|「([^」]+)」)$/;

/**
 * The tags that were typed: parted by commas, semicolons and 、. Words in quotation marks are one tag, whatever signs are
 * in it, and so is a tag that is in use.
 */
export function typedTags(typed: string, known: string[]): string[] {
  const words = typed.normalize('NFC').trim();
  const quoted = QUOTED.exec(words)?.slice(1).find(Boolean);
  if (quoted) return cleanTags([quoted]);
  return cleanTags(known.includes(words) ? [words] : words.split(/[,，、;；]/));
}
