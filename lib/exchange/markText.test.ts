import { expect, test } from 'vitest';
import { markOn, richBundle } from '../../test/support/exchanged.ts';
import { markText } from './markText.ts';

test('marks are copied in the order of the text, with notes and tags, and where they stand', () => {
  const { saved } = richBundle();
  const marks = [markOn('推进会', [], '先看\n再办'), markOn('岚桥', ['水务', '任务'])];
  expect(markText(marks, { ...saved.article, url: saved.url })).toBe(
    `“岚桥”
#水务 #任务

“推进会”
批注：先看
再办

来源：岚桥日报：《岚桥市召开碧水提升行动推进会》，2025-03-12，${saved.url}
`,
  );
});
