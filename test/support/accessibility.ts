import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] };

/** What axe-core checks in each colour scheme. In the dark scheme, it checks only rules about colours. */
const LOOKED_FOR = {
  light: { rules: { 'target-size': { enabled: true } } },
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};

/** Fails where axe-core finds a problem in the page, in the light or the dark colour scheme. */
export async function expectAccessible(page: Page, view: string): Promise<void> {
  // Evaluates the source of axe-core, because the extension's policy forbids adding a script element.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const violations = (await page.evaluate(
      `axe.run(document, ${JSON.stringify(LOOKED_FOR[scheme])}).then(({ violations }) => violations)`,
    )) as Violation[];
    const found = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ target, failureSummary }) => `  ${target.join(' ')} ${failureSummary}`).join('\n')}`,
    );
    expect(found, `${view}, ${scheme}`).toEqual([]);
  }
}

/** Fails where anything in the page is wider than the window. */
export async function expectNoOverflow(page: Page, view: string): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, view).toBeLessThanOrEqual(window!);
}
