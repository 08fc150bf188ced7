import { expect, test } from 'vitest';
import { capDepth } from './depth.ts';

test('a page as pages are is returned as it is', () => {
  const page = `${'<div>'.repeat(60)}清河${'</div>'.repeat(60)}<p>一<p>二`;
  expect(capDepth(page)).toBe(page);
});

test('elements below the 512th level are left out, their words kept', () => {
  const capped = capDepth(`${'<div>'.repeat(2000)}清河<b>区</b>${'</div>'.repeat(2000)}<p>防汛</p>`);
  expect(capped.match(/<div>/g)).toHaveLength(512);
  expect(capped.match(/<\/div>/g)).toHaveLength(512);
  expect(capped).toMatch(/清河区.*<p>防汛<\/p>$/s);
});
