import { describe, expect, test } from 'vitest';
import { type NewsPage, readNews } from '../../../test/support/newsPage.ts';

const editors: [string, NewsPage, string[]][] = [
  ['between brackets with a blank', { closing: '<p>（责任编辑 何苗 方小宁）</p>' }, ['何苗', '方小宁']],
  ['behind a bullet, set apart', { info: '<p>■编辑：阿 水 || 新闻热线：0000-1</p>' }, ['阿水']],
  ['a surname set apart', { tail: '<p>【纠错】　[编辑：胡 之澜]</p>' }, ['胡之澜']],
  ['of another rank', { tail: '<p>初审编辑：何苗</p><p>责任编辑：方宁</p>' }, ['何苗', '方宁']],
  ['a stroke between blanks, alone in its line', { tail: '<p>编辑 / 何苗</p>' }, ['何苗']],
  ['the medium’s', { info: '<p>每报记者：方宁　每报编辑：何苗</p>' }, ['何苗']],
  ['in brackets of its own', { tail: '<p>【责任编辑】何苗</p>' }, ['何苗']],
  ['with nothing before the next label', { tail: '<p>编辑：何苗审核：方宁</p>' }, ['何苗']],
  ['in brackets', { tail: '<div>(责编：何苗、方宁)</div>' }, ['何苗', '方宁']],
  ['in lenticular brackets', { tail: '<div>【编辑:何苗】</div>' }, ['何苗']],
  ['with a stroke', { tail: '<p>药剂科供稿 摄影/方宁 编辑/何苗</p>' }, ['何苗']],
  ['with a staff code', { tail: '<p>本文来源：青山晚报 责任编辑：何苗_NBJ20417</p>' }, ['何苗']],
  ['with a code behind a blank', { tail: '<p>[责任编辑：何苗 PK207]</p>' }, ['何苗']],
  ['a code alone is no name', { tail: '<p>（责任编辑： HN512）</p>' }, []],
  ['a label that is not known ends it', { tail: '<p>责任编辑：何苗 主编： 方宁</p>' }, ['何苗']],
  ['a spaced name', { tail: '<p>责任编辑：何　苗</p>' }, ['何苗']],
  ['among others', { tail: '<p>编辑：何苗 校对：方宁 审核：程远</p>' }, ['何苗']],
  ['traditional characters', { tail: '<p>責任編輯：何苗</p>' }, ['何苗']],
  ['at the head', { info: '<p>出处：青山晚报 编辑：何苗 人气： 5380 次</p>' }, ['何苗']],
  ['at the end of the body', { closing: '<p>责任编辑：何苗</p>' }, ['何苗']],
  ['the editor of a layout is another', { tail: '<p>责任编辑：何苗 | 版面编辑：方宁(ZN031)</p>' }, ['何苗']],
  ['none', { info: '<p>作者：何苗</p>' }, []],
];

test.each([
  ['<div><a href="/2.html">城东泵站完成检修</a></div>'],
  ['<div>上一篇：<a href="/2.html">城东泵站完成检修</a></div>'],
  ['<p>扫一扫在手机打开当前页</p>'],
  ['<div>版权所有 青山网</div>'],
])('an empty label takes nothing from what comes next: %s', (next) => {
  for (const label of ['责任编辑：', '作者：', '来源：', '供稿：', '原标题：'])
    for (const empty of [`<p>${label}</p>`, `<div>${label}</div>`, `<div><div>${label}</div></div>`])
      expect(readNews({ tail: empty + next })).toMatchObject({
        editors: [],
        authors: [],
        source: null,
        contributor: null,
        originalTitle: null,
      });
});

describe('责任编辑', () => {
  test.each(editors)('%s', (_, page, wanted) => {
    expect(readNews(page).editors).toEqual(wanted);
  });
});

test('供稿 is neither source nor author', () => {
  const page = readNews({ tail: '<p>供稿：青山区水务局</p>' });
  expect(page).toMatchObject({ contributor: '青山区水务局', source: null, authors: [] });
  expect(readNews({ tail: '<p>办公室、药剂科供稿 编辑/何苗</p>' }).contributor).toBe('办公室、药剂科');
});
