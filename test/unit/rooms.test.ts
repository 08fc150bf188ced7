import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** The arrows of the diagram in docs/architecture.md, which say what each part of the code may import. */
const arrows = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(
  ([, from, to]) => `${from} → ${to}`,
);

/**
 * The part of the code to which a file belongs: a folder of lib, or the folder `entrypoints` or `components`. Null for
 * other files.
 */
function roomOf(file: string): string | null {
  const [top, room, ...rest] = file.split('/');
  if (top === 'entrypoints' || top === 'components') return top;
  return top === 'lib' && rest.length > 0 ? room! : null;
}

/** Every import from one part of the code to another, with the file that contains it. */
function* importsBetweenRooms(): Generator<{ arrow: string; file: string }> {
  for (const folder of ['entrypoints', 'components', 'lib'])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name)) continue;
      const file = join(folder, name);
      for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s+'([^']+)'/g)) {
        const target = path!.startsWith('@/') ? path!.slice(2) : normalize(join(dirname(file), path!));
        const [from, to] = [
          roomOf(file),
          path!.startsWith('.') || path!.startsWith('@/') ? roomOf(target) : null,
        ];
        if (from && to && from !== to) yield { arrow: `${from} → ${to}`, file };
      }
    }
}

test('every import from one room to another is an arrow of the diagram in docs/architecture.md', () => {
  expect(arrows.length).toBeGreaterThan(20);
  const astray = [...importsBetweenRooms()].filter(({ arrow }) => !arrows.includes(arrow));
  expect(astray).toEqual([]);
});

test('the diagram has no circle', () => {
  let left = arrows.map((arrow) => arrow.split(' → ') as [string, string]);
  while (left.length) {
    const sources = new Set(left.map(([from]) => from));
    const further = left.filter(([, to]) => sources.has(to));
    expect(further.length, `a circle in ${JSON.stringify(left)}`).toBeLessThan(left.length);
    left = further;
  }
});
