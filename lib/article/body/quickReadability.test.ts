import { readFileSync } from 'node:fs';
import Readability from '@mozilla/readability/Readability.js';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { QuickReadability } from './quickReadability.ts';

const overridden = Object.getOwnPropertyNames(QuickReadability.prototype).filter(
  (name) => name !== 'constructor',
);

it('overrides nothing that Readability does not have', () => {
  expect(overridden.length).toBeGreaterThan(0);
  const inherited = Readability.prototype as unknown as Record<string, unknown>;
  expect(overridden.filter((name) => typeof inherited[name] !== 'function')).toEqual([]);
});

it('overrides nothing that Readability does not call', () => {
  const text = Array.from(
    { length: 9 },
    (_, i) => `青山区第${i}条内河的清淤工程已经完工，河道恢复流动。`,
  ).join('');
  const { document } = new JSDOM(`<h2>清淤</h2><div><p>${text}</p><p>${text}</p></div>`).window;
  const called = new Set<string>();
  class Watched extends QuickReadability {}
  for (const name of overridden) {
    const own = (QuickReadability.prototype as unknown as Record<string, (...all: unknown[]) => unknown>)[
      name
    ]!;
    Object.assign(Watched.prototype, {
      [name](...all: unknown[]) {
        called.add(name);
        return own.apply(this, all);
      },
    });
  }
  expect(new Watched(document).parse()?.textContent).toContain('恢复流动');
  expect([...called].sort()).toEqual([...overridden].sort());
});

it('stands on one pinned version', () => {
  const { dependencies } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  );
  expect(dependencies['@mozilla/readability']).toMatch(/^\d+\.\d+\.\d+$/);
});
