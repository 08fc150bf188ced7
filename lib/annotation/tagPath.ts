/**
 * Lists the tags above a tag in the tree, and the tag itself: 环保/污染防治 gives 环保 (environment) and 环保/污染防治
 * (environment/pollution control). Leaves out empty levels, which tags of imported files may have.
 */
export function tagPath(tag: string): string[] {
  const parts = tag.split('/');
  const isLevel = (part: string, i: number) => part !== '' || i === parts.length - 1;
  return parts.flatMap((part, i) => (isLevel(part, i) ? parts.slice(0, i + 1).join('/') : []));
}
