// Broken and extreme pages: reading them must give a result, without a crash and without an endless wait. Only the time
// limit of the test runner ends a wait.
import { describe, expect, test } from 'vitest';
import { readArticle, readArticleInStretches } from '@/lib/article/index.ts';
import { readText } from '@/lib/tasks/index.ts';

const URL = 'https://www.qinghe.example/xw/1.html';
let count = 0;
const sentence = () => `会议指出，第${++count}号泵站要在汛前完成检修，责任落实到人，确保设备随时可用。`;
const sentences = (many: number) => Array.from({ length: many }, sentence).join('');
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const read = (doc: Document) => {
  const article = readArticle(doc, { url: URL });
  readText(article.text, article);
  return article;
};

/** Nests elements by script, because the parser itself stops at 512 levels. */
function nested(depth: number, name: string, text: string): Document {
  const doc = document.implementation.createHTMLDocument('清河');
  let inner: Element = doc.body;
  for (let i = 0; i < depth; i++) inner = inner.appendChild(doc.createElement(name));
  inner.appendChild(doc.createElement('p')).textContent = text;
  return doc;
}

describe('deep', () => {
  test.each(['div', 'span', 'blockquote'])('100,000 levels of <%s>', (name) => {
    const text = sentences(10);
    expect(read(nested(100_000, name, text)).text).toBe(text);
  });

  // Uses only some thousand tags, because the time of Chromium's parser grows with the square of the depth. 200,000
  // tags would take a minute.
  test('as the parser builds it', () => {
    const text = sentences(10);
    expect(read(parse(`${'<div><span>'.repeat(5000)}${text}`)).text).toBe(text);
    expect(read(parse(`${'<table><tr><td>'.repeat(2000)}${text}`)).text).toBe(text);
  });
});

describe('wide', () => {
  test('100,000 paragraphs', () => {
    const { text, isArticle, isExcerpt } = read(
      parse(Array.from({ length: 100_000 }, () => `<p>${sentence()}</p>`).join('')),
    );
    expect([isArticle, isExcerpt]).toEqual([true, true]);
    expect(text.length).toBe(1_000_000);
  });

  test('100,000 blocks with something beside each', () => {
    const blocks = Array.from(
      { length: 50_000 },
      () => `<div><div>${sentence()}</div><a href="/x">更多</a></div>`,
    );
    expect(read(parse(`<main>${blocks.join('')}</main>`)).text.length).toBeGreaterThan(900_000);
  });

  test('100,000 links are no article', () => {
    const items = Array.from(
      { length: 100_000 },
      (_, i) => `<li><a href="/${i}">某镇检修第${i}号泵站</a></li>`,
    );
    expect(read(parse(`<ul>${items.join('')}</ul>`)).isArticle).toBe(false);
  });
});

describe('large', () => {
  test('20 MB of text', () => {
    const { text } = read(
      parse(`<div>${Array.from({ length: 5000 }, () => `<p>${sentences(50)}</p>`).join('')}</div>`),
    );
    expect(text.length).toBe(1_000_000);
  });

  test('20 MB of one paragraph', () => {
    expect(read(parse(`<div>${'汛'.repeat(7_000_000)}。</div>`)).text.length).toBe(1_000_000);
  });

  test('20 MB of scripts around an article', () => {
    const paragraphs = [sentences(3), sentences(3), sentences(3)];
    const html = `<script>${'x=1;'.repeat(5_000_000)}</script><div>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>`;
    expect(read(parse(html)).text.split('\n')).toEqual(paragraphs);
  });
});

describe('broken', () => {
  test.each([
    ['nothing', ''],
    ['an empty body', '<html><body></body></html>'],
    [
      'a frameset',
      '<html><head><title>清河</title></head><frameset cols="1,2"><frame src="a.html"></frameset></html>',
    ],
    ['an SVG alone', '<svg><text>清河</text></svg>'],
  ])('%s is no article', (_, html) => {
    expect(read(parse(html))).toMatchObject({ isArticle: false, text: '' });
  });

  test('tags crossed and never closed', () => {
    const [one, two] = [sentences(3), sentences(3)];
    expect(read(parse(`<div><p>${one}<table><p><b><i>${two}</b></i></table></div></span></p><`)).text).toBe(
      `${one}\n${two}`,
    );
  });

  test('a document without a body', () => {
    const doc = document.implementation.createHTMLDocument('清河');
    doc.body.remove();
    expect(read(doc)).toMatchObject({ isArticle: false, text: '' });
    doc.documentElement.remove();
    expect(() => read(doc)).not.toThrow(TypeError);
  });
});

test('values of a million signs in the head', () => {
  const long = '（'.repeat(1_000_000);
  const tags = ['ArticleTitle', 'PubDate', 'ContentSource', 'Author'].map(
    (name) => `<meta name="${name}" content="${long}">`,
  );
  expect(read(parse(`<head>${tags.join('')}</head><p>${sentences(5)}</p>`)).authors).toEqual([]);
});

test('blanks without end between two paragraphs', () => {
  const [one, two] = [sentences(3), sentences(3)];
  const page = parse(`<div>${one}${'\u3000'.repeat(1_000_000)}${two}${'\u3000'.repeat(1_000_000)}</div>`);
  expect(read(page).text.split('\n')).toEqual([one, two]);
});

test('a page that changes between two stretches is read as it was', async () => {
  const paragraphs = [sentences(3), sentences(3)];
  const body = paragraphs.map((text) => `<div class="part"><p>${text}</p></div>`).join('');
  const doc = parse(`<div id="main"><h1>清河区检修泵站</h1>${body}</div>`);
  const reading = readArticleInStretches(doc, { url: URL });
  doc.querySelector('#main')!.replaceChildren();
  expect((await reading).text.split('\n')).toEqual(paragraphs);
});
