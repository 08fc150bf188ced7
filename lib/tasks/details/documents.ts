import { matchesIn } from '../../chinese/patterns.ts';
import type { NamedDocument } from '../schema.ts';

/** The title of a document in 《》. Group 1 is the title. */
const IN_TITLE_MARKS = /《([^《》\n]{2,120})》/g;

/** Kinds of official document, which stand at the end of a title. */
const KIND =
  /(?:实施意见|意见|通知|通报|通告|公告|决定|命令|规划纲要|规划|行动方案|实施方案|方案|行动计划|计划|条例|办法|规定|细则|规则|规程|规范|标准|指南|指引|纲要|报告|批复|函|清单|要点|措施|章程|制度|准则|预案|法|草案|白皮书|宣言|协议|协定|公约|责任书|决议|公报|纪要|手册|目录|名录)(?=(?:（[^）]{1,20}）)*$)/;

/**
 * What happened to a document, such as its approval. The words before the title tell it, or those directly after the
 * title. The first row that matches counts.
 */
export const ACTS: readonly { act: NamedDocument['act']; before: RegExp; behind: RegExp }[] = [
  // ✓ 会议审议通过《…》
  // ✓ 《…》获表决通过
  {
    act: 'passed',
    before:
      /(?:审议(?:并|后)?(?:原则)?(?:通过|同意)|(?:表决|讨论|原则|研究)?(?:并)?(?:原则)?通过(?:了)?|批准(?:了)?)[^。；]{0,40}$/,
    behind: /^[^。；，]{0,6}(?:获|经)?(?:审议|表决)?通过/,
  },
  // ✓ 会议审议了《…》
  // ✓ 讨论《…》
  {
    act: 'deliberated',
    before: /(?:审议|讨论|审查|研究|听取[^。；]{0,20}汇报|征求)(?:了)?[^。；]{0,40}$/,
    // Matches nothing: only words before a title say that a document was deliberated.
    behind: /(?!)/,
  },
  // ✓ 印发《…》
  // ✓ 《…》正式发布
  {
    act: 'issued',
    before: /(?:印发|发布|出台|公布|下发|制定|颁布|签署|联合发文|修订|编制)(?:了|实施)?[^。；]{0,20}$/,
    behind: /^[^。；]{0,12}(?:印发|正式发布|发布|出台|公布|实施|施行)/,
  },
];

/**
 * Finds the documents that a text names in 《》, each once, in the order of the text. The text must be folded (see
 * `fold`). Leaves out titles of books and programmes.
 */
export function documentsOf(text: string): NamedDocument[] {
  const found = new Map<string, NamedDocument>();
  let last: { act: NamedDocument['act']; end: number } | null = null;
  for (const match of matchesIn(text, IN_TITLE_MARKS)) {
    const title = match[1]!;
    const start = match.index;
    const end = start + match[0].length;
    const kind = KIND.exec(title)?.[0] ?? null;
    const before = text.slice(Math.max(0, start - 50), start).replace(/^.*[\n]/s, '');
    const after = text.slice(end, end + 20).split('\n')[0]!;
    const own = ACTS.find((rule) => rule.before.test(before) || rule.behind.test(after))?.act;
    // In 审议通过《…》《…》和《…》 (deliberated and passed …, … and …) the verb before the first document applies to all three.
    const joined: NamedDocument['act'] | null =
      last && /^[、和及与]?$/.test(text.slice(last.end, start)) ? last.act : null;
    const act: NamedDocument['act'] = own ?? joined ?? 'named';
    last = { act, end };
    // 《意见》 (Opinions) has only the kind as its title, so it is the short name of a document named earlier.
    if (!kind || title === kind) continue;
    // 《若干措施》 (Several Measures) is the short name of a document named earlier, whose title ends with these words.
    if (
      title.length < 8 &&
      [...found.keys()].slice(-20).some((longer) => longer.replace(/（[^）]*）$/, '').endsWith(title))
    )
      continue;
    const known = found.get(title);
    if (!known) found.set(title, { title, kind, act, start, end });
    else if (known.act === 'named') known.act = act;
  }
  return [...found.values()];
}
