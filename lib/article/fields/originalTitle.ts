import { headlineOf } from './headlineText.ts';
import { rulesFor } from './rule.ts';

/** 原标题: the headline that a reposted article had where it was first published. */
export const ORIGINAL_TITLE = rulesFor('originalTitle', [
  // a label, anywhere on the page
  // ✓ <p>（原标题：七条内河要清淤三年）</p> → 七条内河要清淤三年
  // ✓ <p>原标题：《七条内河要清淤三年》</p> → 七条内河要清淤三年
  // ✓ <p>原标题：《内河志》读后</p> → 《内河志》读后
  // ✗ <p>七条内河要清淤三年</p>
  {
    name: 'label',
    origin: 'labelled-line',
    confidence: 0.95,
    read: ({ labelled }) => {
      const original = labelled.all('originalTitle')[0]?.value;
      return original && headlineOf(original).replace(/^《([^《》]+)》$/, '$1');
    },
  },
]);
