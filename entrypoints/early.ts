import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startEarlyRead } from '@/lib/app/panel/earlyRead.ts';

/** The small script that side panel and collection load first. It reads what they show, while their code is loading. */
export default defineUnlistedScript(() =>
  startEarlyRead(location.pathname === '/collection.html' ? 'tab' : 'panel'),
);
