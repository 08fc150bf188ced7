import { expect, test } from 'vitest';
import { changeSettings, settingsNow } from './settings.ts';

function local(stored: Record<string, unknown> = {}) {
  return {
    stored,
    get: async () => stored,
    set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
  };
}

test('what was never chosen is as it is at first, and one choice leaves the others', async () => {
  const store = local();
  expect(await settingsNow(store)).toEqual({
    printsMarks: true,
    colorMeanings: {},
    offHosts: [],
    markdownTemplate: '',
    marksSavedLinks: false,
  });
  await changeSettings(store, { printsMarks: false });
  await changeSettings(store, { colorMeanings: { yellow: '存疑' } });
  expect(await settingsNow(store)).toEqual({
    printsMarks: false,
    colorMeanings: { yellow: '存疑' },
    offHosts: [],
    markdownTemplate: '',
    marksSavedLinks: false,
  });
});

test('what cannot be read counts as not chosen', async () => {
  expect(await settingsNow(local({ settings: { printsMarks: 'no' } }))).toMatchObject({ printsMarks: true });
  expect(await settingsNow({ ...local(), get: () => Promise.reject(new Error('gone')) })).toMatchObject({
    printsMarks: true,
  });
});
