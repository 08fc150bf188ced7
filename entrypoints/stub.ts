import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchForSavedPage } from '@/lib/app/annotator/recognise.ts';

/** The small content script. No other script runs in every page of a site that the user has allowed. */
export default defineUnlistedScript(watchForSavedPage);
