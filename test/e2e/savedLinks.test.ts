import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { activate } from '../../scripts/lib/seen.mjs';
import { newsPage, paragraphs } from '../support/journey.ts';
import { askAboutTab, askBackground } from '../support/messages.ts';
import { until } from '../support/page.ts';
import { useFreshChromium } from '../support/useChromium.ts';

// A page that lists articles gets dots at the links to saved articles, once the person has switched this on. The
// scripts of the page cannot reach the dots.

const own = useFreshChromium();
for (const n of [1, 2])
  own.pages.set(
    `links-${n}.html`,
    newsPage(
      `第${n}期河道简报`,
      paragraphs(`各街道月底前清理第${n}段河道。`, '沿岸设置警示牌，夜间有人值守。'),
    ),
  );
own.pages.set(
  'links-list.html',
  `<!doctype html><meta charset="utf-8"><title>简报目录</title><h1>简报目录</h1>
  <ul><li><a id="one" href="links-1.html?spm=list">第1期河道简报</a></li>
  <li><a id="two" href="links-2.html">第2期河道简报</a></li></ul><p style="height: 3000px">以下为往期目录。</p>
  <script>
    // What a page can learn about its links: whether something covers them.
    var covered = {};
    const views = new IntersectionObserver((entries) => {
      for (const { target, isVisible } of entries) covered[target.id] = !isVisible;
    }, { trackVisibility: true, delay: 100 });
    for (const link of document.links) views.observe(link);
  </script>`,
);

let options: Page;
beforeEach(async () => {
  options = await own.chromium.browser.newPage();
  await options.goto(`chrome-extension://${own.chromium.extensionId}/options.html`);
  await own.page.goto(`${own.server.origin}/links-list.html`);
});

type Node = {
  nodeName: string;
  nodeId: number;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
};

/**
 * The dots, each with its place, and whether its link leads to a saved article. The dots are in closed shadow trees,
 * which only the debugger can see.
 */
async function dots(): Promise<{ saved: boolean; x: number; y: number }[]> {
  const session = await own.page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const inside = (node: Node, found: Node[] = []): Node[] => {
      if (node.nodeName === 'I') found.push(node);
      for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) inside(child, found);
      return found;
    };
    const all = [];
    for (const { nodeId, attributes = [] } of inside(root as Node)) {
      const { model } = await session.send('DOM.getBoxModel', { nodeId });
      all.push({ saved: attributes.includes('saved'), x: model.border[0]!, y: model.border[1]! });
    }
    return all;
  } finally {
    await session.detach();
  }
}

/** The top right corner of each link. */
const corners = () =>
  own.page.$$eval('a', (links) =>
    links.map((link) => {
      const { right, top } = link.getBoundingClientRect();
      return { x: right, y: top };
    }),
  );

/**
 * Waits until each link has one dot at its corner, and the dots show which links are saved. `saved`: a value for each
 * link, in the order of the page.
 */
const untilDots = (saved: boolean[], what: string) =>
  until(async () => {
    const found = await dots();
    // The dots may come in another order than the links.
    const near = (await corners()).map(({ x, y }) =>
      found.filter((dot) => Math.abs(dot.x - x) < 5 && Math.abs(dot.y - y) < 5).map((dot) => dot.saved),
    );
    return JSON.stringify(near) === JSON.stringify(saved.map((one) => [one]));
  }, what);

/**
 * All that the page's own scripts can see of the extension: the element that it adds, the sizes of this element, and
 * which links lie beneath something.
 */
const seenByPage = () =>
  own.page.evaluate(() => {
    const added = [...document.documentElement.children].filter((one) => !/^(HEAD|BODY)$/.test(one.tagName));
    return {
      page: document.body.outerHTML,
      added: added.map((one) => [
        one.outerHTML.replaceAll(one.localName, 'name'),
        one.shadowRoot,
        one.childNodes.length,
        one.scrollWidth,
        one.scrollHeight,
        one.clientWidth,
        JSON.stringify(one.getBoundingClientRect()),
      ]),
      covered: { ...(globalThis as unknown as { covered: object }).covered },
    };
  });
type Seen = Awaited<ReturnType<typeof seenByPage>>;
const untilSeen = (fits: (seen: Seen) => boolean, what: string) =>
  until(async () => {
    const seen = await seenByPage();
    return fits(seen) ? seen : null;
  }, what);

/** Opens a page, saves it, and closes it again. */
async function save(name: string) {
  const url = `${own.server.origin}/${name}`;
  const article = await own.chromium.browser.newPage();
  await article.goto(url);
  const answer = await askAboutTab(options, 'tab.save', url);
  expect(answer).toMatchObject({ ok: true, value: { created: true } });
  await article.close();
}
const flip = () => options.$eval('[data-testid=marks-saved-links]', (one) => (one as HTMLElement).click());

test('links to saved articles get a dot that the page cannot tell from none, and lose it when switched off', async () => {
  await save('links-1.html');
  await own.page.bringToFront();
  const before = await untilSeen(
    ({ covered }) => JSON.stringify(covered) === '{"one":false,"two":false}',
    'links that nothing covers',
  );
  expect(before.added).toEqual([]);

  await flip();
  await untilDots([true, false], 'the dots');
  const covers = ({ covered }: Seen) => JSON.stringify(covered) === '{"one":true,"two":true}';
  const one = await untilSeen(covers, 'both links covered');
  expect(one.page).toBe(before.page);
  expect(one.added).toHaveLength(1);

  await own.page.evaluate(() => scrollTo(0, 30));
  await untilDots([true, false], 'the dots after scrolling');
  await own.page.evaluate(() => scrollTo(0, 0));

  await save('links-2.html');
  await own.page.bringToFront();
  await untilDots([true, true], 'the dot of the second link');
  // The page sees the same as before, so it cannot tell that an article was saved.
  expect(await untilSeen(covers, 'both links covered again')).toEqual(one);

  await own.page.reload();
  await untilDots([true, true], 'the dots after a reload');

  await flip();
  const after = await untilSeen(({ added }) => added.length === 0, 'no element of the extension');
  expect(after.page).toBe(before.page);
  expect(await dots()).toEqual([]);
});

test('a page in view shows at once what is saved and deleted elsewhere', async () => {
  await save('links-1.html');
  await flip();
  await own.page.bringToFront();
  await untilDots([true, false], 'the dots');
  // From here on, the page is not focused, reloaded or brought into view again.
  await own.page.evaluate(() => {
    const stop = (event: Event) => event.stopImmediatePropagation();
    for (const type of ['focus', 'visibilitychange']) addEventListener(type, stop, { capture: true });
  });
  const url = `${own.server.origin}/links-2.html`;
  const article = (await options.evaluate(
    `chrome.tabs.create({ url: '${url}', active: false }).then(({ id }) => id)`,
  )) as number;
  await until(
    async () => (await askBackground(options, 'tab.save', { tabId: article })).ok,
    'the second article saved',
  );
  await untilDots([true, true], 'the dot of the article saved behind');
  await options.evaluate(`chrome.tabs.remove(${article})`);

  await activate(options, '[data-testid=erase-all]');
  await activate(options, '[data-testid=erase-all-confirm]');
  await untilDots([false, false], 'no dot of what was erased');
});

test('what a page adds later has its dot, and what scrolls away or is covered has none', async () => {
  await save('links-1.html');
  await flip();
  await own.page.bringToFront();
  await untilDots([true, false], 'the dots');
  await own.page.evaluate(() => {
    const link = document.querySelector('#one')!.cloneNode(true) as HTMLElement;
    document.querySelector('h1')!.before(link);
  });
  await untilDots([true, true, false], 'the dot of the new link');
  await own.page.evaluate(() => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; background: white';
    document.body.append(cover);
  });
  await until(async () => (await dots()).length === 0, 'no dot over what covers the links');
  await own.page.evaluate(() => document.body.lastElementChild!.remove());
  await until(async () => (await dots()).length === 3, 'the dots again');
  await own.page.evaluate(() => scrollTo(0, 2500));
  await until(async () => (await dots()).length === 0, 'no dot for links out of view');
});
