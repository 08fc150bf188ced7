/** The length above which a script is not read, because it is a library. */
const LONGEST = 20_000;

/**
 * Matches one term of a sum such as "时间：" + t.substring(0, 10) ("time:" + …): a string, a number or a variable. Group 5
 * is how many characters a call such as `.substring(0, 10)` keeps.
 */
const PART = /^\s*(?:(["'])(.*)\1|(\d+)|(?:[a-z_]\w*\.)?([a-z_]\w*))(?:\.s\w+\(0, *(\d+)\))?\s*$/i;

const codeOf = ({ textContent }: Element): string => (textContent!.length > LONGEST ? '' : textContent!);

/**
 * Returns the words that a script writes into its place, as on old sites: `document.write("时间：" + t)` with `var t =
 * "2023-02-02"`, or `document.write(article.time)` with `{"time": "2023-02-02"}`. The script is never
 * run, so words that it calculates are left out. Empty if the script has an `else`, or if a browser has already run it.
 */
export function writtenBy(script: Element): string {
  const code = codeOf(script);
  if (!code.includes('document.write') || /\belse\b/.test(code)) return '';
  const readPart = (part: string) => {
    const [, , text, number, name, end] = PART.exec(part) ?? [];
    const value = name
      ? new RegExp(`\\b${name}["']? *[:=] *["']([^"']+)`).exec(
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
  // If a browser has run the script, the words directly follow it in the page.
  return script.nextSibling?.textContent?.trim().startsWith(words.slice(0, 9)) ? '' : words;
}
