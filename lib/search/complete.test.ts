import { expect, test } from 'vitest';
import { asValue, completing, statesFrom } from './complete.ts';
import { both, parseQuery, tagged } from './query.ts';

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
    of: { field: 'tag', value: '环' },
    names: [],
  });
  expect(completing('-source:').of).toEqual({ field: 'source', value: '' });
  expect(completing('（发布机构：省').of).toEqual({ field: 'issuer', value: '省' });
  expect(completing('是：已').of).toEqual({ field: 'is', value: '已' });
  expect(completing('（发布机构：省').before).toBe('（发布机构：');
  expect(completing('note:再').of).toBeNull();
});

test('states are offered in the language that is begun, and values with blanks in quotation marks', () => {
  expect(statesFrom('un')).toEqual(['unread']);
  expect(statesFrom('已')).toContain('已读');
  expect([asValue('青山日报'), asValue('A B')]).toEqual(['青山日报', '"A B"']);
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
