/**
 * Lists the tags above a tag in the tree, and the tag itself: 环保/污染防治 gives 环保 (environment) and 环保/污染防治
 * (environment/pollution control).
 */
export function tagPath(tag: string): string[] {
  const parts = tag.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
