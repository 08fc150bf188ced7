import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { bytesOf, richBundle, richText } from '../../test/support/exchanged.ts';
import { applyCorrections, correctDetails } from '../record/taskCorrections.ts';
import { taskListsOf } from './bundle.ts';
import { COLLECTION_FORMATS, TASK_LIST_FORMATS } from './formats.ts';
import { parseExport } from './readExport.ts';

const bundle = richBundle();
// The captured text begins with a line that the task offsets do not include, so they are moved by its length.
const shift = richText.indexOf('\n') + 1;
for (const { tasks } of bundle.saved.taskLists)
  for (const task of tasks) Object.assign(task, { start: task.start + shift, end: task.end + shift });
const [first] = applyCorrections(bundle.saved.taskLists, [], richText, null).lists[0]!.tasks;
bundle.saved.taskCorrections = correctDetails(
  [],
  first!,
  {
    bodies: { responsible: ['市城管局', '市水务局'], leads: ['市城管局'] },
    deadlines: [{ text: '7月中旬', date: '2025-07-15', from: null, every: null }],
    speaker: { name: '骆闻涛', title: '副市长' },
  },
  richText,
);

/** The words of a written file, and of the files that it packs. */
async function contentOf(parts: BlobPart[]): Promise<string> {
  const bytes = await bytesOf(parts);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes);
  const { files } = await JSZip.loadAsync(bytes);
  return (await Promise.all(Object.values(files).map((file) => file.async('string')))).join('\n');
}

/** What a format says of a task: the responsible body, the speaker, and the deadline in words. */
const ALL = ['市城管局', '骆闻涛', '7月中旬'];
test.each([
  ['json', [...ALL, '2025-07-15']],
  ['ndjson', [...ALL, '2025-07-15']],
  ['evidence', [...ALL, '2025-07-15']],
  ['csv-tasks', [...ALL, '2025-07-15']],
  ['ics', [...ALL, '20250715']],
  ['xlsx', ALL],
  ['markdown-zip', [...ALL, '2025-07-15']],
  ['docx-report', [...ALL, '2025-07-15']],
  ['qdpx', ['市城管局']],
  ['qdc', ['市城管局']],
])('%s has the details that a person has set', async (id, words) => {
  const format = COLLECTION_FORMATS.find((one) => one.id === id)!;
  // Joins the long lines that iCalendar has folded.
  const content = (
    await contentOf(await format.write([bundle], 'Pizhu test', new Date(), { tasksAsCodes: true }))
  ).replaceAll('\r\n ', '');
  for (const one of words) expect(content).toContain(one);
});

test.each(TASK_LIST_FORMATS.map((format) => [format.id, format] as const))(
  'lists that are copied as %s have them too, under the speaker of each',
  (_, format) => {
    const words = format.write(taskListsOf(bundle), { ...bundle.saved.article, url: bundle.saved.url });
    expect(words).toContain('副市长骆闻涛（1 项）');
    expect(words).toContain('市委书记顾清源（2 项）');
    expect(words).toContain('7月中旬（2025-07-15）');
    expect(words).toContain('牵头：市城管局');
  },
);

test('a file of everything has what was read, what was set, and the lists that come of both', async () => {
  const json = COLLECTION_FORMATS.find((one) => one.id === 'json')!;
  const [article] = parseExport(await contentOf(await json.write([bundle], 'Pizhu test'))).articles;
  const { correctedTaskLists, ...rest } = article!;
  expect(rest).toEqual(bundle);
  expect(rest.saved.taskLists[0]!.speaker).toEqual({ name: '顾清源', title: '市委书记' });
  expect(correctedTaskLists).toEqual(taskListsOf(bundle));
  expect(correctedTaskLists![0]).toMatchObject({
    speaker: { name: '骆闻涛', title: '副市长' },
    announcedCount: null,
    tasks: [{ leads: ['市城管局'], deadlines: [{ date: '2025-07-15' }] }],
  });
});
