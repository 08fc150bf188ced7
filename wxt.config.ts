import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The public half of a key made for this project; it fixes the extension's id in unpacked Chromium builds. */
const chromiumKey = process.env.PIZHU_KEY;

export default defineConfig({
  vite: () => ({ plugins: [preact()], build: { target: ['chrome120', 'firefox128'] } }),
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
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Nothing is granted at install: the interface asks, in place, for a site, for *.gov.cn or for all sites.
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  }),
});
