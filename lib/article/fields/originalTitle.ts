import { headlineOf } from './headlineText.ts';
import { rulesFor } from './rule.ts';

/** 原标题, the headline of a reposted article at its original place. */
export const ORIGINAL_TITLE = rulesFor('originalTitle', [
  // a label, anywhere
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
