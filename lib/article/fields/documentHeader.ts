import type { LabelledField } from '../metadata/labelTable.ts';
import { EDGE, tidy } from '../page/lines.ts';
import type { Evidence } from './evidence.ts';
import type { ReadField } from './readField.ts';
import { type FieldRules, type Rule, rulesFor } from './rule.ts';
import { signatureOf } from './signature.ts';

/** Labels of the issuing organisation (发文机关), the most specific ones first. */
const ISSUERS = [/^发文|制发|颁布|印发/, /发布/];

/**
 * The value of a field in a document's header, as written: issuer (发文机关), index number (索引号), subject (主题分类), validity
 * (有效性).
 */
function headerValue({ labelled }: Evidence, field: LabelledField): string | null {
  // On a page without a document's header, 发布单位 (published by) is the office that wrote the news, not the issuer of a
  // document.
  const isOffice = (label: string) => !labelled.hasHeader && /发布(?:单位|部门)$/.test(label);
  const all = labelled.all(field).filter(({ label }) => !isOffice(label));
  // Prefers labels of the issuer, 发文机关 or 发布机构. The label 公开责任部门 only names the office that is responsible for the web
  // page.
  const found = ISSUERS.map((label) => all.find((one) => label.test(one.label))).find(Boolean) ?? all[0];
  return found && found.value.length <= 120 ? found.value : null;
}

/**
 * Makes two rules for a labelled value. The first reads a document's header: the table above a document with its index
 * number (索引号), issuer (发文机关), date of signature (成文日期) and the like. The second reads the label in any other line.
 */
export const inHeaderOrLine = <F extends ReadField>(
  confidence: number,
  read: Rule<F>['read'],
): Omit<Rule<F>, 'field'>[] => [
  {
    name: 'document-header',
    origin: 'document-header',
    confidence,
    read: (page) => (page.labelled.hasHeader ? read(page) : null),
  },
  {
    name: 'label',
    origin: 'labelled-line',
    confidence,
    read: (page) => (page.labelled.hasHeader ? null : read(page)),
  },
];

/**
 * A note that a document is no longer valid or was changed: （本文件已废止） (this document is repealed) · 【已失效】 (no longer
 * valid) · 此件已被青政发〔2024〕5号修订 (amended by document 5 of 2024) · 该办法自2024年3月1日起停止执行 (not applied from 1 March 2024)
 */
const REPEALED =
  /^[【[（(]?\s*(?:注|说明|备注)?[:：]?\s*(?:(?:此|该|本|原)(?:件|文件?|规范性文件|通知|办法|规定|意见|规章|条例)?)?\s*(?:现?已经?|(?:现?已|自).{4,60})\s*(?:宣布|起)?(?:废止|失效|修订|修改|停止执行)(?:[^。]{0,20})[】\])）。]*$/;
/**
 * A note at the end of a headline that the document is no longer valid or was changed: 内河清淤管理办法（已废止） (rules on
 * dredging, repealed).
 */
const REPEALED_TITLE = /[（(【[]\s*((?:现?已)?(?:废止|失效|修订|修改))\s*[）)】\]]\s*$/;

const headerField = <F extends 'subjectCategory'>(field: F): FieldRules<F> =>
  rulesFor(
    field,
    inHeaderOrLine<F>(0.95, (page) => headerValue(page, field) as string | null as never),
  );

/** 发文机关, 发布机构: the organisation that issued a document. */
export const ISSUER = rulesFor('issuer', [
  // document-header: the label of the issuer in the table with the index number, at the head of a document
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>发文机关：</td><td>青山区水务局</td></tr></table> → 青山区水务局
  // label: the label of the issuer anywhere else on the page; a section within an organisation (科) is no issuer
  // ✓ <p>发文机关：青山区水务局</p> → 青山区水务局
  // ✗ <p>发布单位：公共关系科</p>
  // ✓ <table><tr><td>征集单位</td><td>青山区水务局</td><td>征集状态</td><td>已结束</td></tr></table> → 青山区水务局
  ...inHeaderOrLine<'issuer'>(0.95, (page) => headerValue(page, 'issuer')),
  // on a document (with a number, or by its headline a 通知, 公告 or the like), the issuing organisation's name above the
  // date (GB/T 9704: 发文机关署名)
  // ✓ <p>青水发〔2023〕1号</p> {closing} <p>青山区水务局</p><p>2023年2月2日</p> → 青山区水务局
  // ✓ <p>青山区人民政府令</p><p>第12号</p> {closing} <p>区长　何苗</p><p>2023年2月2日</p> → 青山区人民政府
  // ✓ {title} 关于内河清淤的通知 {closing} <p>青山区水务局</p><p>2023年2月2日</p> → 青山区水务局
  // ✓ {title} 关于内河清淤的通知 {closing} <p>青山市公安局</p><p>青山市水务局</p><p>2023年2月2日</p> → 青山市公安局 青山市水务局
  // ✓ {title} 关于召开大会的公告 {closing} <p>青山中学工会</p><p>2023年2月2日</p> → 青山中学工会
  // ✓ {title} 关于设立绿色通道的公告 {closing} <p>青山海关</p><p>2023年2月2日</p> → 青山海关
  // ✓ {title} 关于刘小苗等任免的通知 {closing} <p>青山市国资委<br>2023年2月2日</p> → 青山市国资委
  // ✓ {title} 关于内河清淤的决定 <p>（2023年2月2日青山市第五届人民代表大会常务委员会第九次会议通过）</p> → 青山市人民代表大会常务委员会
  // ✗ {closing} <p>青山区水务局</p><p>2023年2月2日</p>
  {
    name: 'signature',
    origin: 'body-text',
    confidence: 0.7,
    read: (page) => signatureOf(page)?.body,
  },
  // the article's data in a script that fills the page with content
  // ✓ {body} <script>window.page={"title":"内河清淤","publishOrg":"青山区水务局","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 青山区水务局
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ script }) => script?.issuer,
  },
]);
/** 索引号: the number of a document in the index of a government's public information. */
export const INDEX_NUMBER = rulesFor('indexNumber', [
  // document-header: the label 索引号 in the table at the head of a document
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td>青水发〔2023〕1号</td></tr></table> → QS-1
  // ✓ <table><tr><td>索引号</td><td>发布机构</td><td>文号</td></tr><tr><td>QS-1</td><td>青山区水务局</td><td>青水发〔2023〕1号</td></tr></table> → QS-1
  // ✓ <dl><dd><label><font>索 引 号：</font></label><div>QS-1</div></dd><dd><label><font>生成日期：</font></label><div>2023-02-02</div></dd></dl> → QS-1
  // label: the label 索引号 elsewhere on the page
  // ✓ <p>索引号：QS-1</p> → QS-1
  ...inHeaderOrLine<'indexNumber'>(0.95, (page) => headerValue(page, 'indexNumber')),
  // the article's data in a script that fills the page with content
  // ✓ {body} <script>window.page={"title":"内河清淤","indexNo":"QS-1","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → QS-1
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ script }) => script?.indexNumber,
  },
]);
/** 主题分类: the subject of a document. */
export const SUBJECT_CATEGORY = headerField(
  // document-header: the label 主题分类 in the table at the head of a document
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>主题分类：</td><td>水利</td></tr></table> → 水利
  // label: the label 主题分类 elsewhere on the page
  // ✓ <p>主题分类：水利</p> → 水利
  'subjectCategory',
);
/**
 * Whether a document is in force: the label 有效性, and notes beside a document that say that it was repealed or amended.
 */
export const VALIDITY = rulesFor('validity', [
  // document-header: the label 有效性 in the table at the head of a document
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>有效性：</td><td>有效</td></tr></table> → 有效
  // label: the label 有效性 elsewhere on the page
  // ✓ <p>有效性：有效</p> → 有效
  ...inHeaderOrLine<'validity'>(0.95, (page) => headerValue(page, 'validity')),
  // a note before or after the document that says that it was repealed or amended
  // ✓ <p>（本文件已于2024年3月1日废止）</p> → 本文件已于2024年3月1日废止
  // ✓ <p>【已失效】</p> → 已失效
  // ✗ <p>七条老旧管线已于2024年3月1日废止</p>
  {
    name: 'note',
    origin: 'bare-line',
    confidence: 0.8,
    read: ({ zones }) => {
      const around = [
        ...zones.head,
        ...zones.before.slice(0, 4),
        ...zones.opening.slice(0, 2),
        ...zones.tail.slice(0, 6),
      ];
      const note = around.find(({ text }) => text.length <= 100 && REPEALED.test(text))?.text;
      return note && tidy(note.replaceAll(EDGE, ' ').replace(/^[【[（(]\s*|\s*[】\])）。]+$/g, ''));
    },
  },
  // a note such as 已废止 at the end of the headline
  // ✓ {title} 青山区内河清淤管理办法（已废止） → 已废止
  // ✗ {title} 一批内河管理办法废止
  {
    name: 'end-of-title',
    origin: 'heading',
    confidence: 0.8,
    read: ({ fieldValue }) => REPEALED_TITLE.exec(fieldValue('title') ?? '')?.[1],
  },
]);
