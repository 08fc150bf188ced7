import { expect, test } from 'vitest';
import { asValue, completing, daysFrom, statesFrom } from './complete.ts';
import { parseQuery } from './parseQuery.ts';
import { both, tagged } from './query.ts';

test('the name of a field is completed in the language in which it is begun', () => {
  expect(completing('监管 来').names).toEqual(['来源：']);
  expect(completing('监管 ta').names).toEqual(['task:', 'tag:']);
  expect(completing('-发文').names).toEqual(['发文机关：', '发文字号：']);
  expect(completing('截').names).toEqual(['截止：']);
  expect(completing('监管 ').names).toEqual([]);
  expect(completing('').names).toEqual([]);
});

test('the value of a field is completed after either colon, also behind a minus or a bracket', () => {
  expect(completing('监管 标签：环')).toEqual({
    before: '监管 标签：',
    of: { field: 'tag', name: '标签', value: '环' },
    names: [],
  });
  expect(completing('-source:').of).toEqual({ field: 'source', name: 'source', value: '' });
  expect(completing('（发布机构：省').of).toEqual({ field: 'issuer', name: '发布机构', value: '省' });
  expect(completing('是：已').of).toEqual({ field: 'is', name: '是', value: '已' });
  expect(completing('（发布机构：省').before).toBe('（发布机构：');
  expect(completing('来源：（日报')).toMatchObject({
    before: '来源：（',
    of: { field: 'source', value: '日报' },
  });
  expect(
    ['讲话人：', 'body:', '文号：', '作者：', '关键词：'].map((one) => completing(one).of?.field),
  ).toEqual(['speaker', 'body', 'number', 'author', 'keyword']);
  expect(completing('note:再').of).toBeNull();
});

test('states are offered in the language that is begun, and values with blanks in quotation marks', () => {
  expect(statesFrom('un', 'is')).toEqual(['unread', 'untagged']);
  expect(statesFrom('已', 'is')).toEqual(['已标记', '已读', '已加星标', '已变更', '已加标签']);
  expect(statesFrom('', 'is')).toEqual([
    'marked',
    'read',
    'starred',
    'changed',
    'task',
    'noted',
    'tagged',
    'incomplete',
    'unread',
    'untagged',
  ]);
  expect(statesFrom('', '是')).toEqual([
    '有标记',
    '已读',
    '星标',
    '有变化',
    '有任务',
    '有批注',
    '有标签',
    '不完整',
    '未读',
    '无标签',
  ]);
  expect([asValue('青山日报'), asValue('A B')]).toEqual(['青山日报', '"A B"']);
});

test('days near today are offered for deadlines and for days of publication, and each is understood', () => {
  expect(daysFrom('', 'due', 'due', '2025-12-05')).toEqual([
    'overdue',
    'this-week',
    '2025-12-05',
    '2025-12',
    '2026-01',
    '2025',
    '2026',
  ]);
  expect(daysFrom('逾', 'due', '时限', '2025-12-05')).toEqual(['逾期']);
  expect(daysFrom('2025-1', 'published', 'before', '2025-12-05')).toEqual([
    '2025-12-05',
    '2025-12',
    '2025-11',
  ]);
  expect(completing('任务 时限：2').of).toEqual({ field: 'due', name: '时限', value: '2' });
  for (const day of daysFrom('', 'due', '时限', '2025-12-05'))
    expect(parseQuery(`due:${day}`).type).toBe('due');
  for (const day of daysFrom('', 'published', '早于', '2025-12-05'))
    expect(parseQuery(`早于：${day}`).type).toBe('published');
});

test.each(['a,b"c(d) or -x', '“急”件', '"急"“件”', '（甲）「乙」', '-甲', 'a or b'])(
  'a tag %s that is offered is found by the query that it completes',
  (tag) => {
    expect(parseQuery(`tag:${asValue(tag)}`)).toEqual(tagged(tag));
    expect(parseQuery(`监管 标签：${asValue(tag)} 值守`)).toEqual(
      both([parseQuery('监管'), tagged(tag), parseQuery('值守')]),
    );
  },
);
