import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountLinkMarks } from '@/components/page/linkMarks.ts';
import { startSavedLinks } from '@/lib/app/annotator/savedLinks.ts';

/**
 * Marks the links of a page that lead to saved articles. Injected only where the person has switched these marks on.
 */
export default defineUnlistedScript(() => startSavedLinks(document, mountLinkMarks));
