import type { LabelledField } from '../metadata/labelTable.ts';
import type { Evidence } from './evidence.ts';
import type { ReadField } from './readField.ts';
import { type FieldRules, type Rule, rulesFor } from './rule.ts';
import { signatureOf } from './signature.ts';

/** Labels of 发文机关, the most specific first. */
const ISSUERS = [/^发文|制发|颁布|印发/, /发布/];

/** A value of a document's header as it stands there: 发文机关, 索引号, 主题分类, 有效性. */
function headerValue({ labelled }: Evidence, field: LabelledField): string | null {
  const all = labelled.all(field);
  // 公开责任部门 is responsible for the page, so 发文机关 or 发布机构 comes first.
  const found = ISSUERS.map((label) => all.find((one) => label.test(one.label))).find(Boolean) ?? all[0];
  return found && found.value.length <= 120 ? found.value : null;
}

/**
 * Two rules for a labelled value: one where the page has a document header, a table of 索引号, 发文机关, 成文日期 and
 * the like, the other where the label stands alone.
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

const headerField = <F extends 'indexNumber' | 'subjectCategory' | 'validity'>(field: F): FieldRules<F> =>
  rulesFor(
    field,
    inHeaderOrLine<F>(0.95, (page) => headerValue(page, field) as string | null as never),
  );

/** 发文机关, 发布机构 */
export const ISSUER = rulesFor('issuer', [
  // document-header: its label in a document's header
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>发文机关：</td><td>青山区水务局</td></tr></table> → 青山区水务局
  // label: its label in a line
  // ✓ <p>发文机关：青山区水务局</p> → 青山区水务局
  ...inHeaderOrLine<'issuer'>(0.95, (page) => headerValue(page, 'issuer')),
  // on a document with a number, the body's name above the date (GB/T 9704: 发文机关署名)
  // ✓ <p>青水发〔2023〕1号</p> {closing} <p>青山区水务局</p><p>2023年2月2日</p> → 青山区水务局
  // ✗ {closing} <p>青山区水务局</p><p>2023年2月2日</p>
  {
    name: 'signature',
    origin: 'body-text',
    confidence: 0.7,
    read: (page) => signatureOf(page)?.body,
  },
]);
/** 索引号 */
export const INDEX_NUMBER = headerField(
  // document-header: its label in a document's header
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td>青水发〔2023〕1号</td></tr></table> → QS-1
  // label: its label in a line
  // ✓ <p>索引号：QS-1</p> → QS-1
  'indexNumber',
);
/** 主题分类 */
export const SUBJECT_CATEGORY = headerField(
  // document-header: its label in a document's header
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>主题分类：</td><td>水利</td></tr></table> → 水利
  // label: its label in a line
  // ✓ <p>主题分类：水利</p> → 水利
  'subjectCategory',
);
/** 有效性 */
export const VALIDITY = headerField(
  // document-header: its label in a document's header
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>有效性：</td><td>有效</td></tr></table> → 有效
  // label: its label in a line
  // ✓ <p>有效性：有效</p> → 有效
  'validity',
);
