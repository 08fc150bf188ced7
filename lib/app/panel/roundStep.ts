/**
 * The number after `at` (`by` is 1) or before it (-1) among `count` numbers from 0, in a circle. `at` is -1 before the
 * first step, which leads to the first number or the last.
 */
export const roundStep = (at: number, by: 1 | -1, count: number): number =>
  (Math.max(at, by > 0 ? -1 : 0) + by + count) % count;
