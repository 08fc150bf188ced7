import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages outside `dependencies` whose code or data is part of the built extension. */
const ALSO_SHIPPED = ['wxt', '@wxt-dev/browser'];
const LICENCE = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

/**
 * Joins the licences and notices of all packages in the built extension, because the licences require that. Throws
 * where such a package neither has a licence file nor names its licence.
 */
export function noticesOf(root) {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = [...Object.keys(own.dependencies), ...ALSO_SHIPPED].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (!license) throw new Error(`${name} names no licence`);
    const texts = readdirSync(folder)
      .filter((file) => LICENCE.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})${homepage ? ` ${homepage}` : ''}`, ...texts].join('\n\n');
  });
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return [`Pizhu 批注\n\n${licence}`, ...parts].join(`\n\n${'-'.repeat(72)}\n\n`).concat('\n');
}
