import { parseAst } from 'vite';

/**
 * What Readability does not call here, and what only these methods need: `QuickReadability` has its own versions, and
 * does without schema.org data.
 */
export const NEVER_CALLED = [
  '_getArticleMetadata',
  '_isProbablyVisible',
  '_headerDuplicatesTitle',
  '_cleanStyles',
  '_unwrapNoscriptImages',
  '_removeScripts',
  '_fixLazyImages',
  '_postProcessContent',
  '_getJSONLD',
];
/** Options that are always the same here. */
const SETTINGS = { _debug: 'false', _disableJSONLD: 'true' };

/** All nodes of a syntax tree, outer ones first, each with the node that holds it. */
function* nodesOf(node, parent) {
  yield { node, parent };
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one && typeof one.type === 'string') yield* nodesOf(one, node);
    }
  }
}

const isOwn = (node, names) =>
  node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && names(node.property.name);

/** Replaces parts of a text, each with its start and its end (UTF-16). */
const replaceAll = (text, parts) =>
  parts
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end, by }) => rest.slice(0, start) + by + rest.slice(end), text);

/**
 * Returns Readability's source without its log and without the members of `Readability.prototype` and of its `REGEXPS`
 * that are never used here. Readability names each member outright, so that what no code names is not used.
 */
export function smallReadability(code) {
  const all = [...nodesOf(parseAst(code))];
  const log = all.filter(
    ({ node }) =>
      node.type === 'ExpressionStatement' &&
      node.expression.type === 'CallExpression' &&
      isOwn(node.expression.callee, (name) => name === 'log'),
  );
  const settings = all.filter(
    ({ node, parent }) =>
      isOwn(node, (name) => Object.hasOwn(SETTINGS, name)) && parent.type !== 'AssignmentExpression',
  );
  const constant = replaceAll(code, [
    ...log.map(({ node: { start, end } }) => ({ start, end, by: ';' })),
    ...settings.map(({ node: { start, end, property } }) => ({ start, end, by: SETTINGS[property.name] })),
  ]);
  return withoutUnused(constant);
}

/** Drops the members that no code names, then those that only they named, until none is left to drop. */
function withoutUnused(code) {
  const all = [...nodesOf(parseAst(code))];
  const named = new Set(
    all.filter(({ node }) => node.type === 'MemberExpression').map(({ node }) => node.property.name),
  );
  const prototype = all.find(
    ({ node, parent }) =>
      node.type === 'ObjectExpression' &&
      parent.type === 'AssignmentExpression' &&
      parent.left.property?.name === 'prototype',
  ).node;
  const regexps = prototype.properties.find(({ key }) => key.name === 'REGEXPS').value;
  const unused = [...prototype.properties, ...regexps.properties].filter(
    ({ key: { name } }) => NEVER_CALLED.includes(name) || (name !== 'parse' && !named.has(name)),
  );
  if (unused.length === 0) return code;
  // Takes the comma behind a member along.
  const parts = unused.map(({ start, end }) => ({ start, end: code.indexOf(',', end) + 1, by: '' }));
  return withoutUnused(replaceAll(code, parts));
}
