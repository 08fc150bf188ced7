import type { KeyInput, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seen } from '../../scripts/lib/seen.mjs';
import {
  cardOf,
  clickInCard,
  control,
  markedWords,
  markInShadowTree,
  markWords,
  newsPage,
  openPage,
  paragraphs,
  selectWords,
  untilMarked,
} from '../support/journey.ts';
import { BAR, boxOf, CARD, tagsOn, toolbarOf, until } from '../support/page.ts';
import { useChromium } from '../support/useChromium.ts';

// How marks develop over time, as pages change. Each test has its own article and its own tab.

const own = useChromium();
let page: Page;

beforeEach(async () => {
  page = await own.chromium.browser.newPage();
});
afterEach(async () => {
  await page?.close();
});

const open = (name: string, html: string) => openPage(page, own.server, own.pages, name, html);

const mark = (from: string, to = from, key: KeyInput = '1') => markWords(page, from, to, key);

/** Opens the card of the mark on these words. */
async function clickMark(words: string) {
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 10, box.middle);
  return cardOf(page);
}

test('words in an open shadow tree are marked with the mouse, and come back on reload', async () => {
  const words = '每座泵站配两名值守人员';
  const box = await markInShadowTree(page, words, open);
  await page.mouse.click(box.left + 20, box.middle);
  await cardOf(page);
});

test('a phrase that an article repeats keeps its own place when the page is edited', async () => {
  const stock = '发现险情立即上报';
  const of = (place: string) => `${place}堤段由所在街道负责巡查，${stock}，并做好记录。`;
  const article = (...places: string[]) => newsPage('各堤段巡查分工明确', paragraphs(...places.map(of)));
  await open('repeated.html', article('东', '西', '南', '北'));
  await mark(`南堤段由所在街道负责巡查，${stock}`);
  await untilMarked(page, [`南堤段由所在街道负责巡查，${stock}`]);
  await control(page, 'z');
  await untilMarked(page, []);
  // Selects only the repeated phrase, in the third of the four paragraphs.
  await page.evaluate((words) => {
    const text = document.querySelectorAll('#content p')[2]!.firstChild as Text;
    const at = text.data.indexOf(words);
    getSelection()!.setBaseAndExtent(text, at, text, at + words.length);
  }, stock);
  await page.keyboard.press('Shift');
  await toolbarOf(page);
  await page.keyboard.press('3');
  await untilMarked(page, [stock], 'blue');
  own.pages.set('repeated.html', article('新修', '西', '北', '南'));
  await page.reload();
  await until(async () => (await markedWords(page, 'blue')).length === 1, 'the mark');
  const paragraph = await page.evaluate(() => {
    const [, ranges] = [...CSS.highlights].find(([name]) => /^[a-z]{12}-blue/.test(name))!;
    return [...ranges][0]!.startContainer.textContent;
  });
  expect(paragraph).toBe(of('南'));
});

test('a mark whose words were edited is shown as moved, and the card confirms it', async () => {
  const article = (when: string) =>
    newsPage(
      '沿河步道修缮工程开工',
      paragraphs(
        '沿河步道共有三段需要修缮。',
        `施工单位要在${when}以前完成全部路面铺装并清理现场。`,
        '其间步道分段封闭。',
      ),
    );
  await open('moved.html', article('七月底'));
  await mark('施工单位要在七月底以前完成全部路面铺装');
  await untilMarked(page, ['施工单位要在七月底以前完成全部路面铺装']);
  own.pages.set('moved.html', article('八月中旬'));
  await page.reload();
  await until(async () => (await markedWords(page, 'moved')).length === 1, 'the mark to be moved');
  const card = await clickMark('完成全部路面铺装');
  await clickInCard(card, '[data-testid=card-confirm]');
  await untilMarked(page, [], 'moved');
  await until(async () => (await card.$('[data-testid=card-confirm]')) === null, 'the question to go');
  await page.reload();
  await until(async () => (await markedWords(page, 'yellow')).length === 1, 'the mark');
  expect(await markedWords(page, 'moved')).toEqual([]);
});

test('an article shows its marks at another form of its address, and a copy of its text does not', async () => {
  const html = newsPage(
    '社区食堂增加早餐供应',
    paragraphs(
      '即日起，全区二十一家社区食堂增加早餐供应，老人凭卡享受优惠。',
      '各食堂要在门口公布当日菜单和价格，接受就餐居民的监督，区民政局每月抽查一次并公布结果。',
      '对行动不便的老人，食堂可以送餐上门，送餐费由街道补贴；对独居老人，送餐员要顺便问候，遇有异常及时告知社区。',
      '据介绍，今年年内全区还将新建社区食堂六家，重点放在老旧小区和新建安置小区，方便居民就近用餐。',
    ),
  );
  const [first, second] = ['老人凭卡享受优惠', '区民政局每月抽查一次'];
  await open('canteen.html', html);
  await mark(first!);
  await untilMarked(page, [first!]);
  await page.goto(`${own.server.origin}/canteen.html?from=timeline&spm=a1.b2#top`);
  await untilMarked(page, [first!]);
  // At another address, only the text shows that it is the same article. So that page is saved as an article of its
  // own.
  await open('mobile-canteen.html', html);
  await mark(second!);
  await untilMarked(page, [second!]);
  await page.reload();
  await untilMarked(page, [second!]);
});

test('Ctrl+Z brings a deleted mark back, Ctrl+Shift+Z and Ctrl+Y delete it again', async () => {
  const words = '每户配发一张联系卡';
  await open(
    'undo.html',
    newsPage('网格员入户走访', paragraphs(`网格员要逐户走访，${words}，注明服务电话。`)),
  );
  await mark(words);
  await untilMarked(page, [words]);
  const card = await clickMark(words);
  await clickInCard(card, '[data-testid=card-delete]');
  await untilMarked(page, []);
  await page.mouse.click(5, 5);
  await until(async () => (await page.$(CARD)) === null, 'the card to close');
  await control(page, 'z');
  await untilMarked(page, [words]);
  await control(page, 'z', true);
  await untilMarked(page, []);
  await control(page, 'z');
  await untilMarked(page, [words]);
  await control(page, 'y');
  await untilMarked(page, []);
  await control(page, 'z');
  await untilMarked(page, [words]);
  await page.reload();
  await untilMarked(page, [words]);
});

test('Ctrl+Z in the card brings back what was deleted in it', async () => {
  const words = '路灯全部改为节能灯';
  await open(
    'undo-card.html',
    newsPage('老街路灯改造完成', paragraphs(`改造以后，${words}，亮度提高一倍。`)),
  );
  await mark(words);
  await untilMarked(page, [words]);
  const card = await clickMark(words);
  await clickInCard(card, '[data-testid=card-delete]');
  await seen(card, '[data-testid=card-undo]');
  await control(page, 'z');
  await untilMarked(page, [words]);
});

test('a mark from a table cell to a list item is one mark and comes back', async () => {
  await open(
    'table.html',
    newsPage(
      '河道整治任务分解',
      `<table><tr><th>河道</th><th>任务</th></tr><tr><td>清水河</td><td>完成护岸修复</td></tr>
       <tr><td>长春河</td><td>拆除违建码头</td></tr></table><ul><li>每旬报送进度</li><li>年底统一验收</li></ul>`,
    ),
  );
  await mark('完成护岸修复', '每旬报送进度', '5');
  const [words] = (await until(async () => {
    const all = await markedWords(page, 'purple');
    return all.length === 1 && all;
  }, 'one mark')) as string[];
  for (const part of ['完成护岸修复', '长春河', '拆除违建码头', '每旬报送进度'])
    expect(words).toContain(part);
  expect(words).not.toContain('年底统一验收');
  await page.reload();
  await untilMarked(page, [words!], 'purple');
  const card = await clickMark('拆除违建码头');
  expect(await card.$$('[data-testid=note]')).toHaveLength(1);
});

test('the card completes tags from those in use and from the keywords of the page', async () => {
  const article = (name: string, words: string, keywords: string[]) =>
    open(
      name,
      newsPage(`${words}有了新办法`, paragraphs(`${words}的办法从下月起施行，各街道要做好宣传。`), keywords),
    );
  await article('tags-one.html', '垃圾分类积分', ['垃圾分类']);
  await mark('垃圾分类积分的办法', undefined, 't');
  const first = await cardOf(page);
  await until(
    () => first.evaluate(() => (document.activeElement as HTMLElement)?.dataset.testid === 'add-tag'),
    'the field',
  );
  await page.keyboard.type('环保督办');
  await page.keyboard.press('Enter');
  await until(async () => (await tagsOn(first)).includes('环保督办'), 'the tag');
  // Closes the card by a click. A key would be released in the card's frame, which is gone by then.
  await page.mouse.click(5, 5);
  await article('tags-two.html', '旧衣回收', ['旧衣', '回收箱']);
  // The extension knows the keywords of an article only once the article is saved. The first mark saves it.
  await mark('旧衣回收的办法');
  await untilMarked(page, ['旧衣回收的办法']);
  const options = (await until(async () => {
    await page.mouse.click(5, 5);
    const card = await clickMark('旧衣回收的办法');
    const all = await card.$$eval('datalist option', (each) => each.map(({ value }) => value));
    return all.includes('回收箱') && all;
  }, 'the keywords')) as string[];
  expect(options).toEqual(expect.arrayContaining(['环保督办', '旧衣', '回收箱']));
  expect(options).not.toContain('垃圾分类');
});

test('on a page of ten megabytes the toolbar comes and a mark is made', async () => {
  const paragraph = (i: number) =>
    `第${i}号地块位于河东片区，规划用途为居住，容积率不高于一点八，出让前须完成场地平整和土壤检测。`;
  let html = '';
  for (let i = 0; html.length * 3 < 10_000_000; i++) html += `<p>${paragraph(i)}</p>\n`;
  await open('large.html', newsPage('地块出让计划全文', html));
  await selectWords(page, '第7号地块位于河东片区');
  await until(() => page.$(BAR), 'the toolbar', 110);
  await page.keyboard.press('3');
  await until(async () => (await markedWords(page, 'blue')).length === 1, 'the mark', 110);
  expect(await markedWords(page, 'blue')).toEqual(['第7号地块位于河东片区']);
}, 240_000);
