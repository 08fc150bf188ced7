import { EDGE, type PageLine, squeeze, tidy } from '../page/lines.ts';

/** The label of a breadcrumb: 当前位置： (you are here), 您的位置是： (the same), 所在栏目： (this section). */
const LABEL = /^\S{0,6}(?:位置|栏目)\s*[是为]?\s*[:：]/;
/**
 * The separators between the names in a breadcrumb. A slash, dot or hyphen counts only with blanks around it or alone
 * in an element.
 */
const SEPARATOR = /(\s*(?:-?>{1,2}|[»›＞→▶])\s*|\s\/\s|^[/\\·-]$)/;
/** A separator of a breadcrumb that is alone in its element. */
const IN_CELLS = /\t[/\\·-]\t/;
/**
 * The last name in a breadcrumb, if it is no section of the site but means the present page, like 正文 (text) or 详情
 * (details).
 */
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

/** The first sequence of names that are joined by separators: name > name > name. */
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
 * The breadcrumb of the page: the sections of the site (栏目) that contain it, outermost first. 首页 > 新闻 > 正文 (home > news
 * > text) gives ['首页', '新闻']. Looks above the headline for a label such as 当前位置： (you are here), or for separators.
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
      // In table cells or list items, each name of the breadcrumb is a line of its own.
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

/**
 * Whether a name in the breadcrumb is the headline, even if the page cuts it short: 大牛股某某突然… (a star share suddenly …)
 */
function isHeadline(name: string, title: string): boolean {
  const own = squeeze(name).replace(/(…+|\.{2,})$/, '');
  return own.length >= 6 && title.startsWith(own);
}
