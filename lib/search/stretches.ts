/** A stretch of a value: UTF-16 offsets, `end` exclusive. */
export type Stretch = { start: number; end: number };

/** Joins stretches that overlap. They must be in ascending order of their beginnings. */
export function joined(stretches: Stretch[]): Stretch[] {
  const apart: Stretch[] = [];
  for (const { start, end } of stretches) {
    const before = apart.at(-1);
    if (before && start < before.end) before.end = Math.max(before.end, end);
    else apart.push({ start, end });
  }
  return apart;
}
