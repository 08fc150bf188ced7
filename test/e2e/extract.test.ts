import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const extract = (...pages: string[]) =>
  spawnSync('node', ['scripts/extract.mjs', ...pages], { encoding: 'utf8' });

test('one record a line, in the order given', () => {
  const { status, stdout } = extract(
    'test/pages/policy-document/source.html',
    'test/pages/state-meeting/source.html',
  );
  const [policy, meeting] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(policy).toMatchObject({
    documentNumber: '青政发〔2024〕12号',
    issuer: '青山区人民政府',
    indexNumber: 'QS0012-2024-00037',
    writtenOn: '2024-11-06',
    source: null,
    keywords: [],
  });
  expect(policy.taskLists.map((list: { section: string }) => list.section)).toEqual([
    '二、主要任务',
    '三、保障措施',
  ]);
  expect(meeting).toMatchObject({ source: '江州日报', authors: ['韩雪'], editors: ['程立', '孟凡'] });
  expect(meeting.taskLists).toHaveLength(1);
  expect(meeting.taskLists[0].speaker).toEqual({ name: '会议', title: null });
});

test('ordinary news has no tasks', () => {
  expect(JSON.parse(extract('test/pages/ordinary-news/source.html').stdout).taskLists).toEqual([]);
});

test('a missing file and one that is not HTML are said, and the others still read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pizhu-extract-'));
  const binary = join(folder, 'picture.html');
  writeFileSync(binary, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  const { status, stdout, stderr } = extract(
    join(folder, 'none.html'),
    binary,
    'test/pages/ordinary-news/source.html',
  );
  rmSync(folder, { recursive: true });
  expect(status).not.toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/none\.html: there is no such file/);
  expect(stderr).toMatch(/picture\.html: /);
});
