// Waits for what a person sees in a view, and uses it as a person does. A view keeps its parts hidden until it has read
// all of them, so an element may be there long before it can be pressed.

/** @typedef {import('puppeteer-core').Page | import('puppeteer-core').Frame} View */

const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs in the page. Whether styles show an element. */
const isShown = (one) => one.checkVisibility({ visibilityProperty: true });

/**
 * Runs in the page. Where an element stands, in whole pixels, once it is scrolled to the middle. Null while it is hidden,
 * disabled or covered by something else.
 */
function reachedAt(one) {
  if (!one.isConnected || !one.checkVisibility({ visibilityProperty: true }) || one.matches(':disabled'))
    return null;
  one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = one.getBoundingClientRect();
  const there = one.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
  const isOnTop =
    there && (one.contains(there) || there.contains(one) || there.closest('label')?.control === one);
  return isOnTop ? `${Math.round(left)} ${Math.round(top)}` : null;
}

/**
 * Waits until the first element of a selector shows, and returns it. Polls, because a page in the background runs no
 * animation frames, which Puppeteer's own wait for visible elements needs.
 *
 * @param {View} view
 * @param {string} selector
 * @returns {Promise<import('puppeteer-core').ElementHandle<Element>>}
 */
export async function seen(view, selector, seconds = 30) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const one = await view.$(selector).catch(() => null);
    if (one && (await one.evaluate(isShown).catch(() => false))) return one;
    if (Date.now() > deadline)
      throw new Error(
        `Waited ${seconds} seconds to see ${selector}: ${one ? 'it is hidden' : 'it is not there'}.`,
      );
    await later(30);
  }
}

/**
 * Waits until an element shows, stands still and nothing covers it. Returns whether it does so before the deadline, a
 * time in milliseconds.
 */
async function standsReachable(one, deadline) {
  for (;;) {
    const before = await one.evaluate(reachedAt).catch(() => null);
    await later(30);
    if (before && before === (await one.evaluate(reachedAt).catch(() => null))) return true;
    if (Date.now() > deadline || !(await one.evaluate(({ isConnected }) => isConnected).catch(() => false)))
      return false;
  }
}

/**
 * Clicks the first element of a selector with the mouse, once it can be reached.
 *
 * @param {View} view
 * @param {string} selector
 */
export async function press(view, selector, seconds = 30) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const one = await seen(view, selector, seconds);
    if (await standsReachable(one, deadline)) return one.click();
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} seconds to reach ${selector}.`);
  }
}

/**
 * Clicks an element with the mouse, once it can be reached.
 *
 * @param {import('puppeteer-core').ElementHandle<Element>} one
 */
export async function pressElement(one, seconds = 30) {
  if (!(await standsReachable(one, Date.now() + seconds * 1000)))
    throw new Error(`Waited ${seconds} seconds to reach ${one}.`);
  await one.click();
}

/**
 * Clicks the first element of a selector by script, once it shows. Works in a tab in the background, too.
 *
 * @param {View} view
 * @param {string} selector
 */
export async function activate(view, selector) {
  const one = await seen(view, selector);
  await one.evaluate((element) => element.click());
}

/**
 * Types words into the first field of a selector, once it shows.
 *
 * @param {View} view
 * @param {string} selector
 * @param {string} words
 */
export async function typeInto(view, selector, words) {
  const field = await seen(view, selector);
  await field.type(words);
}
