import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountPageTools } from '@/components/page/mount.ts';
import { startReader } from '@/lib/app/annotator/start.ts';

/** The larger content script, injected on demand: reads the page, paints the marks, shows the toolbar. */
export default defineUnlistedScript(() => startReader(document, mountPageTools));
