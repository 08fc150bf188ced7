// Starts Chromium with the built extension and a profile that is kept. Can kill the browser or stop the background.
import { once } from 'node:events';
import { join } from 'node:path';
import { allowHost, launchChromium } from '../../lib/chromium.mjs';
import { root } from '../../setup.mjs';

const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** Calls `ask` until its answer is truthy, for at most `patience` milliseconds. */
export async function until(ask, what, patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patience} ms for ${what}.`);
    await later(25);
  }
}

/** One run of Chromium, from its start to its end. */
export class Session {
  static async start(profile) {
    const session = new Session();
    session.profile = profile;
    session.chromium = await launchChromium({
      extensionDir: join(root, '.output/chrome-mv3'),
      profile,
      args: ['--hide-crash-restore-bubble', '--disk-cache-size=1000000'],
    });
    session.browser = session.chromium.browser;
    session.base = `chrome-extension://${session.chromium.extensionId}`;
    // Opens a page of the extension that runs none of its code. Such a page can read the tables.
    session.raw = await until(() => session.open('notices.txt').catch(() => null), 'the extension');
    return session;
  }

  async open(file) {
    const page = await this.browser.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${this.base}/${file}`);
    return page;
  }

  /** Opens the panel, at an article if its id is given. */
  async panel(articleId = null) {
    await this.raw.evaluate(
      (id) =>
        id ? chrome.storage.session.set({ panelArticle: id }) : chrome.storage.session.remove('panelArticle'),
      articleId,
    );
    return this.open('sidepanel.html');
  }

  /** Grants access to all sites, as a click on the settings page does. */
  async grant() {
    await allowHost(this.browser, this.chromium.extensionId, '*://*/*');
    const options = await this.open('options.html');
    await (await options.waitForSelector('[data-testid=grant-all]')).click();
    await options.waitForFunction(
      async () => (await chrome.scripting.getRegisteredContentScripts({ ids: ['stub'] })).length === 1,
      { polling: 100 },
    );
    await options.close();
  }

  /** Sends a message to the background, as a view of the extension does. */
  ask(name, request) {
    return this.raw.evaluate(
      (message) =>
        chrome.runtime.sendMessage(message).then(
          (answer) => answer ?? { ok: false, code: 'silence' },
          () => ({ ok: false, code: 'silence' }),
        ),
      { pizhu: name, request },
    );
  }

  async tabIdOf(page) {
    const url = page.url();
    return this.raw.evaluate(
      async (address) => (await chrome.tabs.query({})).find((tab) => tab.url === address)?.id ?? -1,
      url,
    );
  }

  /** Stops the background, as the browser may do at any time. The next event starts it again. */
  async stopWorker() {
    const target = this.browser
      .targets()
      .find((one) => one.type() === 'service_worker' && one.url().startsWith(this.base));
    const worker = await target?.worker().catch(() => null);
    await worker?.close().catch(() => {});
  }

  /** Kills the browser and all its processes. */
  async kill() {
    const child = this.browser.process();
    const gone = once(child, 'exit');
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
    await gone;
  }

  close() {
    return this.chromium.close();
  }
}
