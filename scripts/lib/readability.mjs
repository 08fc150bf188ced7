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
];

/**
 * A plugin of Vite's: leaves those methods out of the bundle, a tenth of the reader that is loaded into pages. The file
 * is as Prettier sets it, so a method ends with a brace under its name. Throws where a method is no longer there.
 */
export const leanReadability = () => ({
  name: 'lean-readability',
  transform(code, id) {
    if (!/@mozilla\/readability\/Readability\.js$/.test(id)) return null;
    for (const name of UNUSED) {
      const method = new RegExp(`^ {2}${name}\\([^]*?^ {2}\\},\\n`, 'm');
      if (!method.test(code)) throw new Error(`Readability has no method ${name} any more`);
      code = code.replace(method, '');
    }
    return { code, map: null };
  },
});
