import { EDGE, type PageLine, squeeze, tidy } from '../page/lines.ts';

const LABEL = /^\S{0,6}(?:位置|栏目)\s*[是为]?\s*[:：]/;
/** A stroke, dot or hyphen separates names only with blanks around it or in an element of its own. */
const SEPARATOR = /(\s*(?:>{1,2}|[»›＞→▶])\s*|\s\/\s|^[/\\·-]$)/;
const IN_CELLS = /\t[/\\·-]\t/;
/** The last part of a path when it names no column. */
const END = /^(新闻|文章|信息|详细)?(正文|内容页?|详情|详细|文章|浏览文章|阅读新闻)$/;

type Token = { name: string } | 'separator';

function tokensOf(line: string): Token[] {
  return line.split(EDGE).flatMap((part) =>
    part
      .split(SEPARATOR)
      .filter((piece) => piece.trim())
      .map((piece) => (SEPARATOR.test(piece) ? 'separator' : { name: tidy(piece) })),
  );
}

/** The first run of name > name > name. */
function runOf(tokens: Token[]): string[] {
  let run: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token === 'separator') continue;
    const joined = tokens[i - 1] === 'separator' && run.length > 0;
    if (!joined && run.length >= 2) break;
    run = joined ? [...run, token.name] : [token.name];
  }
  return tokens.includes('separator') && run.length >= 2 ? run : [];
}

/**
 * The columns of the page, outermost first: 首页 > 新闻 > 正文 → ['首页', '新闻']. Searched above the headline, by the
 * label (当前位置：) or the separators; 正文 and the headline at the end are left out.
 */
export function readColumnPath(lines: PageLine[], headline: string): string[] {
  const title = squeeze(headline);
  const at = lines.findIndex(({ text }, i) => i > 0 && squeeze(text) === title);
  const above = lines.slice(0, at < 0 ? 250 : at + 4);
  for (let i = above.length - 1; i >= 0; i--) {
    const text = above[i]!.text;
    if (text.length > 200) continue;
    const label = /位置|栏目/.test(text) ? LABEL.exec(text.replaceAll(EDGE, ' ')) : null;
    if (!(label || SEPARATOR.test(text) || IN_CELLS.test(text))) continue;
    let path = runOf(tokensOf(label ? text.slice(text.search(/[:：]/) + 1) : text));
    if (label && path.length === 0) {
      // Each part is on a line of its own, as in table cells or list items.
      const below: Token[] = [];
      for (const line of above.slice(i, i + 8)) {
        const own = line === above[i] ? text.slice(text.search(/[:：]/) + 1) : line.text;
        if (own.length > 40 || (title && squeeze(own) === title)) break;
        below.push(...tokensOf(own));
      }
      path = runOf(below);
    }
    while (path.length && (END.test(path.at(-1)!) || isHeadline(path.at(-1)!, title)))
      path = path.slice(0, -1);
    const plausible = path.length > 0 && path.length <= 8 && path.every((name) => name.length <= 20);
    const known = label || /首页|首頁|网|網|主页|home/i.test(path[0] ?? '') || /正文|内容\s*$/.test(text);
    if (plausible && known) return path;
  }
  return [];
}

/** Whether a name is the headline, possibly cut to the path's width: 大牛股某某突然… */
function isHeadline(name: string, title: string): boolean {
  const own = squeeze(name).replace(/(…+|\.{2,})$/, '');
  return own.length >= 6 && title.startsWith(own);
}
