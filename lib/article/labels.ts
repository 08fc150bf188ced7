import { EDGE, type Line, tidy } from './lines.ts';

/** The fields that a labelled line can give. */
export type LabelledField =
  | 'source'
  | 'authors'
  | 'editors'
  | 'keywords'
  | 'lead'
  | 'views'
  | 'publishedAt'
  | 'originalTitle'
  | 'issuer'
  | 'documentNumber'
  | 'indexNumber'
  | 'writtenOn'
  | 'subjectCategory'
  | 'validity'
  | 'title'
  | 'ignored';

/** Label → field. Adding a label is one line; blanks inside a label as written on the page do not count. */
const LABELS: [LabelledField, string[]][] = [
  ['source', ['来源', '来　源', '信息来源', '稿件来源', '文章来源', '新闻来源', '稿源', '出处', '來源']],
  ['authors', ['作者', '记者', '撰稿', '撰稿人', '文/图', '記者']],
  ['editors', ['责任编辑', '责编', '编辑', '網站編輯', '网站编辑', '責任編輯', '責編', '编辑人']],
  ['keywords', ['关键词', '关键字', '主题词', '標籤', '标签', '關鍵詞']],
  ['lead', ['导读', '摘要', '核心提示', '内容摘要', '導讀']],
  [
    'views',
    [
      '浏览次数',
      '浏览量',
      '浏览',
      '阅读次数',
      '阅读量',
      '阅读',
      '点击数',
      '点击量',
      '点击',
      '点击率',
      '人气',
      '访问量',
      '瀏覽',
    ],
  ],
  [
    'publishedAt',
    [
      '发布时间',
      '发布日期',
      '发表时间',
      '发表日期',
      '发稿时间',
      '时间',
      '日期',
      '發佈時間',
      '发布于',
      '更新时间',
    ],
  ],
  ['originalTitle', ['原标题', '原題', '原標題']],
  ['issuer', ['发文机关', '发布机构', '发文单位', '发布单位', '制发机关']],
  ['documentNumber', ['发文字号', '文号', '文件编号']],
  ['indexNumber', ['索引号', '索取号', '信息索引号']],
  ['writtenOn', ['成文日期', '生成日期', '成文时间']],
  ['subjectCategory', ['主题分类', '信息分类', '体裁分类']],
  ['validity', ['有效性', '时效性', '效力状态']],
  ['title', ['标题', '信息名称', '名称']],
  // Known so that they end the value before them.
  [
    'ignored',
    [
      '字体',
      '字号',
      '分享到',
      '分享',
      '打印',
      '审核',
      '校对',
      '供稿',
      '摄影',
      '评论',
      '组配分类',
      '公开方式',
      '公开时限',
    ],
  ],
];

const FIELD_OF = new Map(
  LABELS.flatMap(([field, labels]) => labels.map((label) => [label.replace(/\s/g, ''), field])),
);

// Longest first, with blanks allowed inside: 索 引 号, 标　　题.
const PATTERN = [...FIELD_OF.keys()]
  .sort((a, b) => b.length - a.length)
  .map((label) => [...label].join('[ \\u00a0\\u3000\\t]{0,4}'))
  .join('|');
// A label stands at the beginning, or after a blank, a bar, a bracket, a digit (a time) or a stop.
const LABEL = new RegExp(`(?<=^|[ \\t|｜(（\\[【·•/;；。\\d>》])(${PATTERN})[ \\t]{0,4}[:：]`, 'g');

/** One labelled value; `parts` are the elements that it is made of, as 关键词 in links. */
export type Labelled = { field: LabelledField; label: string; value: string; parts: string[] };

const CLOSING: Record<string, string> = { '（': '）', '(': ')', '[': ']', '【': '】' };

/** Values that say "none". Seen on 国务院公文 tables and on portals. */
export const isEmptyValue = (value: string): boolean =>
  /^[\s\-—－_/|]*$|^(无|暂无|空|null|undefined)$/i.test(value);

/** The labelled values of a line, each up to the next label or the line's end. Empty ones are left out. */
export function labelledValues(line: string): Labelled[] {
  const found: Labelled[] = [];
  const matches = [...line.matchAll(LABEL)];
  matches.forEach((match, i) => {
    const before = line[match.index - 1] ?? '';
    let raw = line.slice(match.index + match[0].length, matches[i + 1]?.index ?? line.length);
    const closing = CLOSING[before];
    if (closing && raw.includes(closing)) raw = raw.slice(0, raw.lastIndexOf(closing));
    const clean = (text: string) => tidy(text.replace(/^[\s|｜·•]+|[\s|｜·•(（[【]+$/g, ''));
    const parts = raw
      .split(EDGE)
      .map(clean)
      .filter((part) => !isEmptyValue(part));
    const label = match[1]!.replace(/[\s\u3000\u00a0]/g, '');
    const field = FIELD_OF.get(label)!;
    if (parts.length && field !== 'ignored') found.push({ field, label, value: parts.join(' '), parts });
  });
  return found;
}

/** True for a line that holds nothing but labelled values: it is no part of the body. */
export function isMetadataLine({ text }: Pick<Line, 'text'>): boolean {
  const first = text.search(LABEL);
  LABEL.lastIndex = 0;
  return first >= 0 && first <= 24 && text.length <= 160 && !/。/.test(text.slice(0, -1));
}

/** 张三、李四 → two names; 本报记者 and an e-mail address are left out. */
export function namesOf(value: string): string[] {
  return value
    .replace(/[（(][^）)]*[）)]/g, ' ')
    .split(/[、,，;；/|\s]+/)
    .map((name) => name.replace(/^(本报|本网|实习)?(记者|通讯员|编辑)/, '').trim())
    .filter(
      (name) =>
        /^[\p{Script=Han}A-Za-z·.]{2,20}$/u.test(name) && !/^(来源|时间|日期|浏览|本站|佚名|未知)/.test(name),
    );
}
