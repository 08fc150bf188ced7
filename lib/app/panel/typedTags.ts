import { cleanTags } from '../../annotation/cleanTags.ts';

const QUOTED = /^(?:"([^"]+)"|“([^”]+)”|「([^」]+)」)$/;

/**
 * Splits typed words into tags at commas, semicolons and the Chinese 、. Words in quotation marks are one tag, whatever
 * characters they contain. So is the whole input if it is a tag in use.
 */
export function typedTags(typed: string, known: string[]): string[] {
  const words = typed.normalize('NFC').trim();
  const quoted = QUOTED.exec(words)?.slice(1).find(Boolean);
  if (quoted) return cleanTags([quoted]);
  return cleanTags(known.includes(words) ? [words] : words.split(/[,，、;；]/));
}
