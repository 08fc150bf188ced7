import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountPageTools } from '@/components/page/mount.ts';
import { startReader } from '@/lib/app/annotator/start.ts';

/** The heavy part, put into a page when it is asked for: reads the page, paints the marks, offers the toolbar. */
export default defineUnlistedScript(() => startReader(document, mountPageTools));
