/** Methods of Readability that lib/article/body.ts replaces or switches off, and what only these call. */
const UNUSED = [
  '_getArticleMetadata',
  '_getArticleTitle',
  '_getJSONLD',
  '_unescapeHtmlEntities',
  '_isUrl',
  '_isProbablyVisible',
  '_cleanStyles',
  '_unwrapNoscriptImages',
  '_isSingleImage',
  '_removeScripts',
  '_fixLazyImages',
  '_postProcessContent',
  '_fixRelativeUris',
  '_simplifyNestedElements',
  '_cleanClasses',
  '_headerDuplicatesTitle',
  '_textSimilarity',
];

/** Tables that only those ask. */
const UNASKED = [
  'PRESENTATIONAL_ATTRIBUTES',
  'DEPRECATED_SIZE_ATTRIBUTE_ELEMS',
  'jsonLdArticleTypes',
  'srcsetUrl',
  'hashUrl',
  'b64DataUrl',
  'tokenize',
  'extraneous',
  'replaceFonts',
  'nextLink',
  'prevLink',
];

/** What it says of its work on the console, where it is asked to. */
const TALK = /^ +this\.log\([\s\S]*?\);\n|^ {2}if \(this\._debug\) \{[\s\S]*?^ {2}\}\n/gm;

/**
 * A plugin of Vite's: leaves those out of the bundle, a seventh of the extractor that is loaded into pages. The file is as
 * Prettier sets it, so a method ends with a brace under its name, and a table before the next name of its own depth.
 * Throws where one is no longer there.
 */
export const leanReadability = () => ({
  name: 'lean-readability',
  transform(code, id) {
    if (!/@mozilla\/readability\/Readability\.js$/.test(id)) return null;
    const drop = (name, part) => {
      if (!part.test(code)) throw new Error(`Readability has no ${name} any more`);
      code = code.replace(part, '');
    };
    for (const name of UNUSED) drop(name, new RegExp(`^ {2}${name}\\([\\s\\S]*?^ {2}\\},\\n`, 'm'));
    for (const name of UNASKED)
      drop(name, new RegExp(`^( {2,4})${name}:[\\s\\S]*?,\\n(?=\\1[^\\s\\]}]| {2}\\},|\\n)`, 'm'));
    drop('log', TALK);
    return { code, map: null };
  },
});
