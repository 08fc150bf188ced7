import { beforeEach, expect, test } from 'vitest';
import { backgroundForTest, draftOn, readingAt } from '../../../test/support/background.ts';
import { getArticle, saveReading } from '../../store/index.ts';
import { answerMessages } from './router.ts';

const URL = 'https://www.qingshan.example/1';
const text = '会议要求，各街道要在2025年底前完成管网检查。另外通报了去年的积水点位。';
let own: ReturnType<typeof backgroundForTest>;
beforeEach(() => {
  own = backgroundForTest();
  answerMessages(own, 'AUTHOR');
});

const ask = async <T>(name: string, request: object): Promise<T> => {
  const reply = (await own.fake.fromPage(1, name, request, 0)) as { ok: boolean; value: T; code: string };
  if (!reply.ok) throw new Error(reply.code);
  return reply.value;
};
const asTask = (exact: string) => ({
  ...draftOn(exact),
  body: [{ type: 'TextualBody' as const, purpose: 'tagging' as const, value: '任务' }],
});

test('a mark with the tag of tasks is a task of the list too, and both are taken back in one step', async () => {
  const reading = { ...readingAt(URL, text), taskLists: [] };
  const { saved } = await saveReading(own.db, reading);
  own.fake.open(1, URL);
  const id = crypto.randomUUID();
  await ask('annotation.create', { id, draft: asTask('通报了去年的积水点位') });
  const corrections = async () => (await getArticle(own.db, saved.id))!.taskCorrections;
  expect(await corrections()).toMatchObject([{ kind: 'add', at: { exact: '通报了去年的积水点位' } }]);
  // A mark on part of the same words adds no further task, nor does a mark that is not a task.
  await ask('annotation.create', { id: crypto.randomUUID(), draft: asTask('去年的积水点位') });
  await ask('annotation.create', { id: crypto.randomUUID(), draft: draftOn('完成管网检查') });
  expect(await corrections()).toHaveLength(1);
  for (const _ of [1, 2, 3]) await ask('annotation.go', { redo: false, step: crypto.randomUUID() });
  expect(await corrections()).toEqual([]);
  await ask('annotation.go', { redo: true, step: crypto.randomUUID() });
  expect(await corrections()).toHaveLength(1);
});

test('a tag given to a mark makes a task of its words', async () => {
  const { saved } = await saveReading(own.db, { ...readingAt(URL, text), taskLists: [] });
  own.fake.open(1, URL);
  const id = crypto.randomUUID();
  await ask('annotation.create', { id, draft: draftOn('完成管网检查') });
  await ask('annotation.edit', { id, patch: { addTags: ['任务'] }, step: crypto.randomUUID() });
  expect((await getArticle(own.db, saved.id))!.taskCorrections).toMatchObject([{ kind: 'add' }]);
});
