import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { bytesOf, markOn, richBundle, richText, wordsOf } from '../../test/support/exchanged.ts';
import { qdc } from './formats/qdc.ts';
import { qdpx } from './formats/qdpx.ts';

const xmlOf = (words: string) => {
  const document = new new JSDOM().window.DOMParser().parseFromString(words, 'application/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
};

const hostile = '<&>"\u0000\uD800 "]]>';
const marks = [
  markOn('碧水', ['水务/管网', '任务'], `要点${hostile}`),
  markOn('岚桥', []),
  markOn('推进会', ['水务']),
];
const bundle = richBundle(marks, { title: `标题${hostile}` });

async function project() {
  const zip = await JSZip.loadAsync(await bytesOf(await qdpx.write([bundle], 'Pizhu test')));
  const text = async (path: string) => zip.file(path)!.async('string');
  return { document: xmlOf(await text('project.qde')), text, paths: Object.keys(zip.files) };
}

test('a project has each text as a source, with every selection on its words by code points', async () => {
  const { document, text, paths } = await project();
  const source = document.querySelector('TextSource')!;
  const path = source.getAttribute('plainTextPath')!.replace('internal://', 'Sources/');
  expect(paths).toContain(path);
  const words = await text(path);
  expect(words).toBe(richText);
  const points = [...words];
  const spans = [...source.querySelectorAll('PlainTextSelection')].map((one) =>
    points.slice(Number(one.getAttribute('startPosition')), Number(one.getAttribute('endPosition'))).join(''),
  );
  expect(spans.sort()).toEqual(['岚桥', '推进会', '碧水'].sort());
});

test('tags are codes with their hierarchy, every reference has its end, notes are memos', async () => {
  const { document } = await project();
  const guids = [...document.querySelectorAll('[guid]')].map((one) => one.getAttribute('guid')!);
  expect(new Set(guids).size).toBe(guids.length);
  for (const ref of document.querySelectorAll('[targetGUID]'))
    expect(guids).toContain(ref.getAttribute('targetGUID'));
  const codes = [...document.querySelectorAll('Code')].map((one) => [
    one.parentElement!.getAttribute('name'),
    one.getAttribute('name'),
  ]);
  expect(codes).toEqual(
    expect.arrayContaining([
      [null, '水务'],
      ['水务', '管网'],
      [null, '任务'],
      [null, '黄色'],
    ]),
  );
  for (const code of document.querySelectorAll('Code'))
    expect(code.getAttribute('color')).toMatch(/^#[0-9a-f]{6}$/i);
  expect(document.querySelector('PlainTextContent')!.textContent).toContain('要点<&>"');
  expect(document.querySelector('TextSource')!.getAttribute('name')).toContain('标题<&>"');
});

test('a codebook has the same codes', async () => {
  const document = xmlOf(await wordsOf(await qdc.write([bundle], 'Pizhu test')));
  expect(document.documentElement.namespaceURI).toBe('urn:QDA-XML:codebook:1.0');
  expect([...document.querySelectorAll('Code')].map((one) => one.getAttribute('name')).sort()).toEqual(
    ['水务', '管网', '任务', '黄色'].sort(),
  );
});
