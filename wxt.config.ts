import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { minify } from '@swc/core';
import { defineConfig } from 'wxt';
import { noticesOf } from './scripts/lib/notices.mjs';

/** Gives write-excel-file a ZIP that starts no worker from a blob: the policy of extension pages forbids that. */
const zipWithoutWorkers = {
  name: 'zip-without-workers',
  enforce: 'pre' as const,
  resolveId: (source: string, importer?: string) =>
    source === 'fflate' && importer?.includes('write-excel-file')
      ? join(import.meta.dirname, 'lib/exchange/fflateWithoutWorkers.ts')
      : null,
};

/**
 * Minifies the extractor again by swc, which makes it two per cent smaller than Vite's minifier alone: what is loaded
 * into pages must be small.
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
      compress: { passes: 3 },
      mangle: true,
      format: { comments: false as const },
    };
    extractor.code = (await minify(extractor.code, options)).code;
  },
};

export default defineConfig({
  vite: () => ({
    plugins: [preact(), zipWithoutWorkers, smallerExtractor],
    build: {
      target: ['chrome120', 'firefox140'],
      // A long constant is to stand in a bundle once: the public suffix list would be put in at every use.
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
      // A quotation is copied from a document of the extension, never from the page's.
      'clipboardWrite',
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
    ],
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      // Alt+Shift+P and Alt+Shift+R belong to Chrome itself: asked for, they are left unset (seen in 156). In Firefox on
      // Linux and Windows Alt+Shift with F, E, V, S, B, T or H opens a menu.
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
      'save-page': {
        suggested_key: { default: browser === 'firefox' ? 'Alt+Shift+D' : 'Alt+Shift+S' },
        description: '__MSG_commandSave__',
      },
      'highlight-selection': {
        suggested_key: { default: browser === 'firefox' ? 'Alt+Shift+M' : 'Alt+Shift+H' },
        description: '__MSG_commandHighlight__',
      },
      // Without a key at first: Chromium takes four at most.
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
    // Nothing is granted at install: the interface asks, in place, for a site, for *.gov.cn or for all sites.
    optional_host_permissions: ['*://*/*'],
    // `tabs` lists the tabs of a window that are to be saved, and is given back at once. `downloads` puts copies of backups
    // outside the profile where no page can choose a folder.
    optional_permissions: ['tabs', ...(browser === 'firefox' ? ['downloads'] : [])],
    // The card of a mark stands in a frame on the page. Its address changes each session, so no page can ask for it.
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
