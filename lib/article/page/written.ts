/** The length above which a script is not read, because it is a library. */
const LONGEST = 20_000;

/** A string, a number or the name of a variable, of which `.substring(0, 10)` may take the beginning. */
const PART = /^\s*(?:(["'])(.*)\1|(\d+)|([a-z_]\w*))(?:\.s\w+\(0, *(\d+)\))?\s*$/i;

const codeOf = ({ textContent }: Element): string => (textContent!.length > LONGEST ? '' : textContent!);

/**
 * The words that a script writes into its place, as old sites do: `document.write("时间：" + t)` with `var t =
 * "2023-02-02"`. Empty where it calculates or chooses, and where a browser has run it. It is never run here.
 */
export function writtenBy(script: Element): string {
  const code = codeOf(script);
  if (!code.includes('document.write') || /\belse\b/.test(code)) return '';
  const readPart = (part: string) => {
    const [, , text, number, name, end] = PART.exec(part) ?? [];
    const value = name
      ? new RegExp(`\\b${name} *= *["']([^"']+)`).exec(
          [...script.ownerDocument.querySelectorAll('script')].map(codeOf).join('\n'),
        )?.[1]
      : (text ?? number);
    return value?.slice(0, Number(end ?? LONGEST));
  };
  const words = [...code.matchAll(/document\.write(?:ln)?\((.*?)\)\s*(?:[;}\n]|$)/g)]
    .map(([, sum]) => sum!.split('+').map(readPart))
    .flatMap((values) => (values.includes(undefined) ? [] : values))
    .join('')
    .replace(/<[^>]*>/g, ' ')
    .trim();
  // A browser puts the words behind the script.
  return script.nextSibling?.textContent?.trim().startsWith(words.slice(0, 9)) ? '' : words;
}
