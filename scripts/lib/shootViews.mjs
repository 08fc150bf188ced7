// Takes screenshots of what no test page shows: every state of popup and panel, and an article with all its fields.
import { richReading } from '../../test/support/richReading.mjs';
import { keepReading, popupAnswered, savedFrom } from './views.mjs';

const bare = {
  ...richReading,
  taskLists: [],
  goals: [],
  meetings: [],
  documents: [],
  people: [],
  article: {
    ...richReading.article,
    kicker: null,
    subtitle: null,
    title: '政务要闻',
    paging: null,
    isExcerpt: false,
    isArticle: false,
    pageKind: 'list',
    images: [],
    related: [],
    previous: null,
    next: null,
  },
};
/** A reading of an article with few fields. */
const sparse = {
  ...bare,
  article: {
    ...bare.article,
    isArticle: true,
    pageKind: 'article',
    publishedAt: null,
    source: null,
    issuer: null,
    documentNumber: null,
  },
};
const POPUPS = {
  rich: { value: { reading: richReading, saved: null } },
  saved: { value: { reading: richReading, saved: savedFrom(richReading) } },
  changed: {
    value: { reading: richReading, saved: { ...savedFrom(richReading), sha256: '0'.repeat(64) } },
  },
  list: { value: { reading: bare, saved: null } },
  sparse: { value: { reading: sparse, saved: null } },
  loading: null,
  restricted: { code: 'restricted' },
  pdf: { code: 'pdf' },
  error: { code: 'unexpected' },
};

/** Scrolls a button to the middle of the window before the click, because a bar or a message may cover it. */
async function press(button) {
  await button.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await button.click();
}

/** Takes the screenshots. `shoot(view, name, options)` takes one in each colour scheme. */
export async function shootViews({ browser, extensionId, shoot }) {
  for (const [name, answer] of Object.entries(POPUPS)) {
    const popup = await popupAnswered(browser, extensionId, answer);
    await shoot(popup, `popup-${name}`);
    if (name === 'rich') {
      await press(await popup.$('[data-testid=task-open]'));
      await press(await popup.$('[data-testid=origins]'));
      for (const fold of await popup.$$('details.fold > summary')) await press(fold);
      // Makes the window as tall as its content. Otherwise a sticky bar would appear in the middle of the screenshot.
      const height = await popup.evaluate(() => document.documentElement.scrollHeight);
      await popup.setViewport({ width: 420, height });
      await shoot(popup, 'popup-rich-open');
    }
    await popup.close();
  }

  const panel = await browser.newPage();
  await panel.setViewport({ width: 360, height: 800 });
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await keepReading(panel, richReading);
  await panel.reload();
  const row = await panel.waitForSelector(
    `[data-testid=article-row] .headline ::-p-text(${richReading.article.title})`,
  );
  await row.click();
  await (await panel.waitForSelector('[data-testid=tab-tasks]')).click();
  await shoot(panel, 'panel-rich', { fullPage: true });
  await panel.click('[data-testid=task-open]');
  await shoot(panel, 'panel-rich-open', { fullPage: true });
  await panel.click('[data-testid=task-edit]');
  await panel.click('[data-testid=nudge-end-back]');
  await panel.$eval('[data-testid=span-editor]', (editor) => editor.scrollIntoView({ block: 'center' }));
  await shoot(panel, 'panel-edit-span');
  await panel.click('[data-testid=span-keep]');
  await panel.waitForSelector('[data-testid=task-corrected]');
  await press(await panel.$('[data-testid=task-edit-details]'));
  await panel.type('[data-testid=detail-leads]', '、市水务局');
  await press(await panel.$('[data-testid=deadline-add]'));
  await panel.type('[data-testid=detail-speaker-title]', '、市长');
  await panel.$eval('[data-testid=detail-editor]', (editor) => editor.scrollIntoView({ block: 'center' }));
  await shoot(panel, 'panel-edit-details');
  await panel.click('[data-testid=detail-for-list]');
  await press(await panel.$('[data-testid=keep-details]'));
  await panel.waitForSelector('[data-testid=detail-read]');
  const [, second] = await panel.$$('[data-testid=task-open]');
  await second.click();
  const removes = await panel.$$('[data-testid=task-remove]');
  await removes.at(-1).click();
  await (await panel.waitForSelector('[data-testid=show-removed]')).click();
  await shoot(panel, 'panel-corrected', { fullPage: true });
  await panel.click('[data-testid=add-task]');
  await panel.$eval('[data-testid=span-editor]', (editor) => editor.scrollIntoView({ block: 'center' }));
  await shoot(panel, 'panel-add-task');
  await panel.click('[data-testid=add-task]');
  await panel.click('[data-testid=tab-text]');
  await panel.evaluate(() => {
    const [, , , paragraph] = document.querySelectorAll('[data-testid=captured-text] p');
    paragraph?.scrollIntoView({ block: 'center' });
    getSelection()?.selectAllChildren(paragraph);
  });
  await panel.waitForSelector('[data-testid=add-selection]');
  await shoot(panel, 'panel-add-from-text');
  await panel.click('[data-testid=tab-tasks]');
  // A narrow panel, and a panel at a zoom of 200%, which has about half as many CSS pixels.
  for (const width of [320, 180]) {
    await panel.setViewport({ width, height: 800 });
    await shoot(panel, `panel-${width}px`, { fullPage: true });
  }
  await panel.setViewport({ width: 360, height: 800 });
  await panel.click('[data-testid=back]');
  await press(await panel.waitForSelector('[data-testid=open-deadlines]'));
  await panel.waitForSelector('[data-testid=due-task], .quiet');
  await shoot(panel, 'panel-deadlines', { fullPage: true });
  await (await panel.waitForSelector('[role=tab]:not([aria-selected=true])')).click();
  await panel.waitForSelector('[data-testid=due-task]');
  await shoot(panel, 'panel-deadlines-past', { fullPage: true });
  await panel.click('[data-testid=back]');
  await (await panel.waitForSelector('[data-testid=search]')).type('管网');
  await panel.waitForSelector('[data-testid=excerpt]');
  await shoot(panel, 'panel-search');
  await panel.type('[data-testid=search]', '无此');
  await panel.waitForFunction(() => !document.querySelector('[data-testid=article-row]'), { polling: 100 });
  await shoot(panel, 'panel-nothing');
  await panel.close();
}
