import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { minify } from '@swc/core';
import { defineConfig } from 'wxt';
import { columnOf } from './scripts/lib/characterColumn.mjs';
import { noticesOf } from './scripts/lib/notices.mjs';
import { MODERN_DEXIE, pageChunks } from './scripts/lib/pageChunks.mjs';

/**
 * Replaces the ZIP library of write-excel-file by a version without workers. The library starts workers from a blob,
 * which the content security policy of extension pages forbids.
 */
const zipWithoutWorkers = {
  name: 'zip-without-workers',
  enforce: 'pre' as const,
  resolveId: (source: string, importer?: string) =>
    source === 'fflate' && importer?.includes('write-excel-file')
      ? join(import.meta.dirname, 'lib/exchange/fflateWithoutWorkers.ts')
      : null,
};

/**
 * Names of properties that swc may shorten in the extractor: members of our own classes, and constants of
 * Readability. Only the extractor's own code uses them. None is a field of an article, and none is accessed by a
 * string.
 */
const OWN_PROPERTIES = `
  ownSentences isUnlikely linkShare headlineLines fieldValue classed folded contentScore readability
  firstProse takesHidden isParagraph standard isOwn stops sentences linked labelled labelledLines zones
  withoutSite hasBlock beginnings longestCell firstRow inLink isMetadata hasHeader isMoreExact
  labelsOf isCoarse byReadability isLeftOut isSeries hasPassword hasMetadata witnesses isNotice endLine
  isCaption readingOf isLead isLong pagers isOnly isPlace isSide byScript isExact
  isSame isCut opening closing pageTitle dated begin isData figures loneTable paragraphs blocks leads whole
  lines element within alone hides textLength account field below level
  isFurtherPage isBelowProse beginsWithLabel hasTime isClear copied counts parts words dates place holder weChat
  REGEXPS UNLIKELY_ROLES PRESENTATIONAL_ATTRIBUTES CLASSES_TO_PRESERVE HTML_ESCAPE_MAP
  ALTER_TO_DIV_EXCEPTIONS unlikelyCandidates okMaybeItsACandidate positive negative extraneous
  replaceFonts shareElements nextLink prevLink tokenize hasContent hashUrl srcsetUrl b64DataUrl
  jsonLdArticleTypes adWords loadingWords
`
  .trim()
  .split(/\s+/);
/**
 * The patterns of such names: the inner methods of Readability, which `QuickReadability` overrides by the same names,
 * and its flags and tables.
 */
const OWN_PATTERNS = '^_[a-z]|^(?:FLAG|DEFAULT)_|_ELEMS$';

/**
 * Lets the extractor take the table of traditional characters from the reader script, which has it already and is
 * always there before.
 */
const scriptOfReader = () => {
  let isExtractor = false;
  return {
    name: 'script-of-reader',
    apply: 'build' as const,
    enforce: 'pre' as const,
    buildStart: ({ input }: { input: unknown }) => {
      isExtractor = JSON.stringify(input).includes('entrypoints/extractor');
    },
    resolveId: (source: string) =>
      isExtractor && source.endsWith('/script.ts')
        ? join(import.meta.dirname, 'lib/app/reading/scriptOfReader.ts')
        : null,
  };
};

/**
 * Minifies the extractor again by swc. The result is four per cent smaller than with Vite's minifier alone, and what is
 * loaded into pages must be small. The e2e tests read every page of the corpus with it.
 */
const smallerExtractor = {
  name: 'smaller-extractor',
  apply: 'build' as const,
  async generateBundle(
    { minify: isMinified }: { minify: unknown },
    bundle: Record<string, { type: string; code?: string }>,
  ) {
    const extractor = bundle['extractor.js'];
    if (!isMinified || !extractor?.code) return;
    const options = {
      module: false,
      // `unsafe_arrows` is safe here, because the functions that become arrows have no `this`. Leaves out
      // `unsafe_regexp`: it would copy a pattern to each place of its use, and each copy has a `lastIndex` of its
      // own.
      compress: { passes: 4, ecma: 2020 as const, unsafe_arrows: true },
      mangle: { props: { regex: `${OWN_PATTERNS}|^(?:${OWN_PROPERTIES.join('|')})$` } },
      format: { comments: false as const },
    };
    // Names the properties that Readability sets only on `this` in an added object. Otherwise swc would not rename
    // them. The object is removed again below.
    const onThis = new Set(extractor.code.match(/(?<=\bthis\.)_[a-z]\w*/g));
    const names = `globalThis.names={${[...onThis].map((name) => `${name}:0`)}}`;
    const { code } = await minify(`${extractor.code};${names}`, options);
    extractor.code = code.replace(/[,;]globalThis\.names=\{[^}]*\};$/, ';');
    if (extractor.code === code) throw new Error('swc wrote the names of properties in another way');
  },
};

/**
 * Exports Readability as a module. Otherwise the bundler adds half a kilobyte of helpers for CommonJS to the extractor.
 */
const readabilityAsModule = {
  name: 'readability-as-module',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('@mozilla/readability/Readability.js')
      ? code.replace(/if \(typeof module === "object"\) \{[^}]*\}\s*$/, 'export default Readability;')
      : null,
};

/**
 * Writes the lists of surnames as columns of a character table. Gzip makes a character of a list no shorter than three
 * bytes, and a sorted column half as long. Nothing depends on the order of surnames.
 */
const surnamesAsColumns = {
  name: 'surnames-as-columns',
  apply: 'build' as const,
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('lib/chinese/surnames.ts')
      ? `import { charactersOf } from './characterTable.ts';${code.replace(
          /'([\u4e00-\u9fff]{100,})'/g,
          (_, list: string) => `charactersOf(${JSON.stringify(columnOf([...list].sort()))})`,
        )}`
      : null,
};

/** Puts the code of the extension's pages into a few files, so that the side panel shows soon. */
const fewChunks = {
  name: 'few-chunks',
  apply: 'build' as const,
  outputOptions: (options: { format?: string; codeSplitting?: unknown }) => {
    // Only the pages are built as modules.
    if (options.format === 'es') options.codeSplitting = { groups: pageChunks(import.meta.dirname) };
    return options;
  },
};

export default defineConfig({
  vite: () => ({
    resolve: { alias: { dexie: MODERN_DEXIE } },
    plugins: [
      preact(),
      zipWithoutWorkers,
      readabilityAsModule,
      scriptOfReader(),
      surnamesAsColumns,
      smallerExtractor,
      fewChunks,
    ],
    build: {
      target: ['chrome120', 'firefox140'],
      // Both browsers preload modules themselves.
      modulePreload: { polyfill: false },
      // Keeps a long constant in one place of a bundle. Otherwise, the public suffix list would be repeated wherever it
      // is used.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  hooks: {
    'build:publicAssets': (_, assets) => {
      assets.push({ relativeDest: 'notices.txt', contents: noticesOf(import.meta.dirname) });
    },
  },
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Pizhu',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'contextMenus',
      'unlimitedStorage',
      // For copying quotations: the text is copied from a document of the extension, never from the page's own.
      'clipboardWrite',
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
    ],
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      // Avoids shortcuts that are taken. In Chrome, Alt+Shift+P and Alt+Shift+R would be left unassigned (seen in
      // version 156). In Firefox on Linux and Windows, Alt+Shift with F, E, V, S, B, T or H opens a menu.
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
      'save-page': {
        suggested_key: { default: browser === 'firefox' ? 'Alt+Shift+D' : 'Alt+Shift+S' },
        description: '__MSG_commandSave__',
      },
      'highlight-selection': {
        suggested_key: { default: browser === 'firefox' ? 'Alt+Shift+M' : 'Alt+Shift+H' },
        description: '__MSG_commandHighlight__',
      },
      // Suggests no key, because Chromium accepts at most four suggestions.
      'lift-restrictions': { description: '__MSG_commandLift__' },
      'open-panel': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandPanel__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'pizhu@pizhu.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
    // Access to sites is not granted at installation. The interface asks for it when it is needed: for a site, for
    // *.gov.cn or for all sites.
    optional_host_permissions: ['*://*/*'],
    // `tabs` is needed only to list the tabs of a window that are to be saved, and is given up at once. `downloads`
    // lets copies of backups be written outside the profile, in browsers where a page cannot choose a folder.
    // `pageCapture` keeps pages as they were when they were saved. Firefox has no such permission.
    optional_permissions: ['tabs', browser === 'firefox' ? 'downloads' : 'pageCapture'],
    // The card of a mark is in a frame on the page. Its address changes in each session, so that no page can request
    // it.
    web_accessible_resources: [
      {
        resources: ['card.html'],
        matches: ['*://*/*'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
    },
  }),
});
