import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const COMMON = ['activeTab', 'clipboardWrite', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];

describe.each([
  ['chrome-mv3', [...COMMON, 'offscreen', 'sidePanel'], ['tabs', 'pageCapture']],
  ['firefox-mv3', COMMON, ['tabs', 'downloads']],
])('the shipped manifest of %s', (folder, permissions, optional) => {
  const manifest = JSON.parse(readFileSync(`.output/${folder}/manifest.json`, 'utf8'));

  test('asks for exactly these permissions, and for no host at install', () => {
    expect(manifest.manifest_version).toBe(3);
    expect([...manifest.permissions].sort()).toEqual([...permissions].sort());
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.optional_permissions).toEqual(optional);
    // Only the card of a mark can be loaded by web pages, because it is in a frame on the page.
    expect(manifest.web_accessible_resources).toHaveLength(1);
    expect(manifest.web_accessible_resources[0].resources).toEqual(['card.html']);
  });

  test('lets no code in from elsewhere and sends nothing out', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  test('hands on the licences of what it ships', () => {
    const notices = readFileSync(`.output/${folder}/notices.txt`, 'utf8');
    for (const name of ['@mozilla/readability', 'dexie', 'preact', 'zod'])
      expect(notices).toContain(`\n${name} `);
  });

  test('speaks Chinese by default', () => {
    expect(manifest.default_locale).toBe('zh_CN');
    expect(manifest.name).toBe('__MSG_extensionName__');
  });

  test('what lands in every page is at most 10 KB; reader and extractor, put there when asked for, at most 60 KB each (gzip)', () => {
    const size = (file: string) => gzipSync(readFileSync(`.output/${folder}/${file}`)).length;
    expect(size('stub.js')).toBeLessThanOrEqual(10 * 1024);
    expect(size('links.js')).toBeLessThanOrEqual(15 * 1024);
    // Side panel and collection load it before anything else.
    expect(size('early.js')).toBeLessThanOrEqual(2 * 1024);
    for (const file of ['reader.js', 'extractor.js']) expect(size(file)).toBeLessThanOrEqual(60 * 1024);
  });
});

/** The files that a page loads before it runs: those that its HTML names, and those that these import. */
function filesAtStart(folder: string, page: string): string[] {
  const read = (file: string) => readFileSync(`.output/${folder}${file}`, 'utf8');
  const files = new Set([...read(page).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!));
  for (const file of files)
    for (const [, imported] of file.endsWith('.js') ? read(file).matchAll(/from"\.\/([^"]+)"/g) : [])
      files.add(`/chunks/${imported}`);
  return [...files];
}

test.each(['chrome-mv3', 'firefox-mv3'])(
  'the side panel and the collection of %s load few and small files before their first rows',
  (folder) => {
    for (const page of ['/sidepanel.html', '/collection.html']) {
      const files = filesAtStart(folder, page);
      expect(files.length).toBeLessThanOrEqual(12);
      const bytes = files.map((file) => gzipSync(readFileSync(`.output/${folder}${file}`)).length);
      expect(bytes.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(104 * 1024);
    }
  },
);

test('Chromium has a side panel, Firefox a sidebar', () => {
  const read = (folder: string) => JSON.parse(readFileSync(`.output/${folder}/manifest.json`, 'utf8'));
  expect(read('chrome-mv3').side_panel.default_path).toBe('sidepanel.html');
  expect(read('firefox-mv3').sidebar_action.default_panel).toBe('sidepanel.html');
});
