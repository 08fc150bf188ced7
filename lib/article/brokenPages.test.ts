import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { ARTICLE, PAGE_URL } from '../../test/support/pages.ts';
import { readArticle } from './index.ts';

const read = (html: string) =>
  readArticle(new JSDOM(html, { url: PAGE_URL }).window.document, { url: PAGE_URL });
const OTHER =
  '<div><p>城东的老街也在改造，路灯换了新的，沿街的店铺重新刷了墙。居民说，晚上出来散步的人多了，街上也亮堂了。</p></div>';

describe('tags without a blank or a bracket', () => {
  test.each(['<table><tr><TDVALIGN="TOP">', '<p"class=x>', '<font<b>', "<div'id=a>", '<span=x>'])(
    '%s',
    (tag) => {
      const { title, text } = read(`<h1>清河区部署防汛</h1>${tag}${ARTICLE}</div>${OTHER}`);
      expect(title).toBe('清河区部署防汛');
      expect(text).toContain('预警信息要第一时间送到');
    },
  );
});

describe('signs that are not to be seen', () => {
  test.each(['\u200b', '\u202e', '\u2066', '\u0001', '\u00ad', '\ufeff'])('%j', (sign) => {
    const page = read(
      `<title>清河区${sign}部署防汛</title><h1>清河区${sign}部署防汛</h1><p>来源：清河${sign}日报</p>${ARTICLE.replace('汛期', `汛${sign}期`)}`,
    );
    expect(page.title).toBe('清河区部署防汛');
    expect(page.source).toBe('清河日报');
    expect(page.text).toContain('汛期将至');
  });
});

test('a title that is never closed gives the headline alone', () => {
  expect(read(`<title>清河区部署防汛\n<meta name="a"><body>${ARTICLE.repeat(50)}`).title).toBe(
    '清河区部署防汛',
  );
});

test('a set of tags that is printed twice counts by its last values, however often it is printed', () => {
  const tags = '<meta name="ContentSource" content="清河区政府网">'.repeat(2000);
  const page = read(`${tags}<meta name="ContentSource" content="清河日报"><h1>清河区部署防汛</h1>${ARTICLE}`);
  expect(page.source).toBe('清河日报');
});
