// Searches ascending numbers, such as the places of values in a text, by halving.

/**
 * Finds the last of the ascending `numbers` that is not above `value`, and returns its index. Looks only at `from` and
 * after it; returns `from` where all later numbers are above `value`.
 */
export function lastNotAbove(numbers: Uint32Array, value: number, from = 0): number {
  let low = from;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Finds the first of the ascending `numbers` that is not below `value`, and returns its index; their count if none is. */
export const firstNotBelow = (numbers: Uint32Array, value: number): number =>
  numbers.length === 0 || numbers[0]! >= value ? 0 : lastNotAbove(numbers, value - 1) + 1;
