import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { seen } from '../../scripts/lib/seen.mjs';
import { until } from './page.ts';

/** The ending that Chromium or Firefox gives a file while it comes in. */
const INCOMPLETE = /\.(?:crdownload|part)$/;

/**
 * Waits for a download in a folder, and returns what `read` makes of the file. Accepts any name: Chromium uses another
 * one where the machine's locale cannot write Chinese. Looks for the file each time, because Firefox renames it while
 * it comes in. Tries again while `read` throws, as it does for half a file.
 */
export const downloaded = <T>(folder: string, read: (file: Buffer) => T): Promise<NonNullable<T>> =>
  until(async () => {
    const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
    if (entries.some(({ name }) => INCOMPLETE.test(name))) return undefined;
    const file = entries.find((entry) => entry.isFile());
    const content = file && readFileSync(join(folder, file.name));
    // Firefox first makes an empty file with the final name.
    return content?.length ? read(content) : undefined;
  }, 'the downloaded file');

/** Waits for a download in a folder, and returns its text. */
export const downloadedText = (folder: string): Promise<string> => downloaded(folder, String);

/** Opens the tools for the export above the list, where the page has them and they are not open yet. */
export async function openExport(page: Page): Promise<void> {
  const closed = await page.$('[data-testid=export]:not([open]) > summary');
  await closed?.evaluate((one) => (one as HTMLElement).click());
}

/**
 * Presses a button that exports, once it can be pressed. Presses the element and not the place where it stands, because
 * what loads above it may move it under the pointer.
 */
export async function pressExport(page: Page, button = 'export-all'): Promise<void> {
  if (['export-all', 'export-found'].includes(button)) await openExport(page);
  const found = await seen(page, `[data-testid=${button}]:not([disabled])`);
  await found!.evaluate((one) => (one as HTMLElement).click());
}
