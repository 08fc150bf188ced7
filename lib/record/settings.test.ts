import { expect, test } from 'vitest';
import {
  chosenSettings,
  cleanMeanings,
  countSettings,
  DEFAULTS,
  newSettings,
  readSettings,
  withoutSettings,
  withSettings,
} from './settings.ts';

const settings = {
  printsMarks: false,
  colorMeanings: { green: '数据' },
  offHosts: ['a.example'],
  markdownTemplate: '题：{{title}}',
  marksSavedLinks: true,
};

test('a setting that cannot be read counts as not chosen, and leaves the others', () => {
  expect(readSettings({ ...settings, printsMarks: 'no' })).toEqual({ ...settings, printsMarks: true });
  expect(readSettings({ ...settings, offHosts: [1] })).toEqual({ ...settings, offHosts: [] });
  for (const stored of [undefined, null, 'x', []]) expect(readSettings(stored)).toEqual(DEFAULTS);
});

test('meanings are trimmed and short, and belong to a colour', () => {
  expect(cleanMeanings({ yellow: ' 存疑 ', green: '  ', blue: '长'.repeat(30), teal: '无此颜色' })).toEqual({
    yellow: '存疑',
    blue: '长'.repeat(20),
  });
});

test('what is as it was from the beginning is not chosen', () => {
  expect(chosenSettings(DEFAULTS)).toEqual({});
  expect(chosenSettings({ ...DEFAULTS, colorMeanings: { teal: '无此颜色' } })).toEqual({});
  expect(chosenSettings({ ...DEFAULTS, printsMarks: false })).toEqual({ printsMarks: false });
  expect(chosenSettings(settings)).toEqual(settings);
});

test('each meaning and each host counts as one', () => {
  expect(countSettings({})).toBe(0);
  expect(countSettings(settings)).toBe(5);
  expect(countSettings({ offHosts: ['a.example', 'b.example'], colorMeanings: { green: '数据' } })).toBe(3);
});

test('only what is not chosen yet is new, item by item', () => {
  const offered = {
    printsMarks: true,
    colorMeanings: { green: '别的', pink: ' 存疑 ', teal: '无此颜色' },
    offHosts: ['b.example', 'a.example', 'b.example'],
    markdownTemplate: '另一个',
  };
  expect(newSettings(settings, offered)).toEqual({
    colorMeanings: { pink: '存疑' },
    offHosts: ['b.example'],
  });
  expect(newSettings(DEFAULTS, offered)).toEqual({
    colorMeanings: { green: '别的', pink: '存疑' },
    offHosts: ['b.example', 'a.example'],
    markdownTemplate: '另一个',
  });
  expect(newSettings(DEFAULTS, DEFAULTS)).toEqual({});
});

test('what was added is taken away again, save for what was changed since', () => {
  const added = newSettings(DEFAULTS, settings);
  expect(withSettings(DEFAULTS, added)).toEqual(settings);
  expect(withoutSettings(settings, added)).toEqual(DEFAULTS);
  const changed = {
    printsMarks: false,
    colorMeanings: { green: '别的', pink: '存疑' },
    offHosts: ['a.example', 'b.example'],
    markdownTemplate: '改过',
    marksSavedLinks: true,
  };
  expect(withoutSettings(changed, added)).toEqual({
    printsMarks: true,
    colorMeanings: { green: '别的', pink: '存疑' },
    offHosts: ['b.example'],
    markdownTemplate: '改过',
    marksSavedLinks: false,
  });
  expect(withoutSettings(changed, {})).toEqual(changed);
});
