// Unpacks the sources of the Hypothesis client into a temporary folder. The client is published only as built scripts,
// but their source map contains the sources. They are not stored in the project.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { peersFolder } from './peers.mjs';

const SCHEME = 'app:///';

export function unpackHypothesis() {
  const folder = mkdtempSync(join(tmpdir(), 'pizhu-hypothesis-'));
  const file = join(peersFolder, 'node_modules/hypothesis/build/scripts/annotator.bundle.js.map');
  const map = JSON.parse(readFileSync(file, 'utf8'));
  map.sources.forEach((source, i) => {
    const path = normalize(source.replace(SCHEME, ''));
    if (!source.startsWith(SCHEME) || path.startsWith('..')) return;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), map.sourcesContent[i]);
    // The source map contains libraries too, but not their `package.json`, which names the file to import. So this
    // function writes one.
    const [, library, main] = /^(node_modules\/(?:@[^/]+\/)?[^/]+)\/((?:.*\/)?index\.js)$/.exec(path) ?? [];
    if (library) writeFileSync(join(folder, library, 'package.json'), JSON.stringify({ main }));
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
