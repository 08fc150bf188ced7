import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import { afterAll, expect, test } from 'vitest';
import { bytesOf, markOn, richBundle, richText } from '../../test/support/exchanged.ts';
import { textId } from '../record/schema.ts';
import { taskListsOf } from './bundle.ts';
import { evidence } from './formats/evidence.ts';
import { parseExport } from './json.ts';

const hostile = '<script>alert(1)</script><img src=https://x.example/1 onerror=alert(1)>"\'&';
const marks = [markOn('碧水提升', ['水务'], `**要点** ${hostile}`), markOn('提升行动')];
const rich = richBundle(marks, { title: `题名${hostile}`, lead: hostile });
const old = `旧文一段。${hostile}`;
const bundle = {
  ...rich,
  texts: [
    { ...rich.texts[0]!, id: textId(rich.saved.id, 'b'.repeat(64)), sha256: 'b'.repeat(64), text: old },
    ...rich.texts,
  ],
};
const now = new Date('2025-03-04T01:30:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'pizhu-evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Unpacks by another tool what was written. */
async function unpack(bundles: Parameters<typeof evidence.write>[0], into: string) {
  const zip = await JSZip.loadAsync(await bytesOf(await evidence.write(bundles, 'Pizhu test', now)));
  for (const [path, file] of Object.entries(zip.files)) {
    if (file.dir) continue;
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), await file.async('nodebuffer'));
  }
  return Object.keys(zip.files).filter((path) => !zip.files[path]!.dir);
}

test('sha256sum finds every file as it was written, and an altered one', async () => {
  const paths = await unpack([bundle, bundle], folder);
  expect(paths).toHaveLength(5);
  const check = () =>
    execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  expect(check().match(/: OK/g)).toHaveLength(4);
  writeFileSync(join(folder, paths[0]!), 'altered');
  expect(check).toThrow(/Command failed/);
});

test('the page stands alone: it runs nothing and asks for nothing, whatever the article holds', async () => {
  const own = join(folder, 'one');
  const paths = await unpack([bundle], own);
  const html = readFileSync(join(own, paths.find((path) => path.endsWith('article.html'))!), 'utf8');
  const { document } = new JSDOM(html).window;
  expect(document.querySelector('script, img, link, iframe, object, embed, base, form')).toBeNull();
  expect(document.querySelector('meta[http-equiv=Content-Security-Policy]')!.getAttribute('content')).toMatch(
    /^default-src 'none'/,
  );
  for (const node of document.querySelectorAll('*'))
    for (const { name, value } of node.attributes) {
      expect(name).not.toMatch(/^on/);
      if (name === 'href') expect(value).toMatch(/^(https?:|#mark-\d+$)/);
      if (name === 'style') expect(value).not.toMatch(/url\(|expression/);
    }
});

test('the page has text, metadata, marks, tasks and versions, word by word', async () => {
  const own = join(folder, 'words');
  const paths = await unpack([bundle], own);
  const html = readFileSync(join(own, paths.find((path) => path.endsWith('article.html'))!), 'utf8');
  const { document } = new JSDOM(html).window;
  expect(document.querySelector('h1')!.textContent).toBe(bundle.saved.article.title);
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    '碧水',
    '提升',
    '行动',
  ]);
  const words = document.body.textContent!;
  for (const line of richText.split('\n').filter(Boolean))
    expect(words.replace(/\[\d\]/g, '')).toContain(line);
  for (const { tasks } of taskListsOf(bundle))
    for (const task of tasks) expect(words).toContain(task.text.split('\n')[0]);
  for (const part of ['岚政办发〔2025〕7号', bundle.saved.sha256, '#水务', `**要点** ${hostile}`, old])
    expect(words).toContain(part);
  const record = readFileSync(join(own, paths.find((path) => path.endsWith('record.json'))!), 'utf8');
  expect(parseExport(record).articles).toEqual([bundle]);
});
