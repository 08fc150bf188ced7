/** The length (UTF-16 units) above which a script is no short one that writes a single value. */
const LONGEST = 1500;
const LONGEST_VALUE = 60;

/** A constant in a script, and its text: var pubdate = '2023-02-02'. */
const CONSTANT = /(?:^|[\s;{])(?:(?:var|let|const)\s+)?([\w$]+)\s*=\s*(["'])(.*?)\2/g;
/** What a script writes where it stands, or puts into an element of the line: document.write(pubdate), innerHTML = 541. */
const WRITTEN =
  /(?:document\.write(?:ln)?\(|\.(?:innerHTML|innerText|textContent)\s*=|\.(?:html|text)\()((?:'[^'\n]*'|"[^"\n]*"|[^'"();\n])*)/g;
const PIECE = /^(?:(["'])(.*)\1|(\d+)|([\w$]+))$/;

/**
 * The words that a short script writes into the line in which it stands, where these are constants: 发布时间：<script>var
 * date='2023-02-02';document.write(date)</script>. A stored page has the script but not the words. The script is never
 * run. Null where it writes nothing, or what cannot be told.
 */
export function writtenBy(script: Element): string | null {
  const code = script.textContent ?? '';
  if (code.length > LONGEST || !/\.write|[tL]\s*=|\.(?:html|text)\(/.test(code)) return null;
  const constants = new Map([...code.matchAll(CONSTANT)].map(([, name, , text]) => [name!, text!]));
  const written = [...code.matchAll(WRITTEN)].flatMap((match) =>
    match[1]!.split('+').map((piece) => {
      const [, , text, number, name = ''] = PIECE.exec(piece.trim()) ?? [];
      return text ?? number ?? (constants.get(name) || null);
    }),
  );
  if (written.length === 0 || written.includes(null)) return null;
  const words = written
    .join('')
    .replace(/<[^>]*>|&\w+;/g, ' ')
    .trim();
  return words && words.length <= LONGEST_VALUE ? words : null;
}
