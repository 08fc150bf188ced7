import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchForSavedPage } from '@/lib/app/annotator/recognise.ts';

/** The only script in every page of a granted host. */
export default defineUnlistedScript(watchForSavedPage);
