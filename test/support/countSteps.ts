/**
 * Counts the characters that regular expressions, searches and slices pass over while a function runs. Unlike a time,
 * the count is the same on any machine. So a test can tell a linear algorithm from a quadratic one.
 */
export function countSteps(run: () => unknown): number {
  let steps = 0;
  const strings = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const arrays = Array.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const undo: (() => void)[] = [];
  const watch = (
    owner: Record<string, (...args: never[]) => unknown>,
    name: string,
    cost: (self: unknown, args: unknown[], result: unknown) => number,
  ) => {
    const own = owner[name] as (...args: unknown[]) => unknown;
    owner[name] = function (this: unknown, ...args: unknown[]) {
      const result = own.apply(this, args);
      steps += 1 + cost(this, args, result);
      return result;
    };
    undo.push(() => {
      owner[name] = own;
    });
  };
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    // An anchored or sticky pattern looks at one place only. Any other pattern goes on until it matches.
    const anchored =
      this.sticky || (this.source.startsWith('^') && !this.multiline && !this.source.includes('|^'));
    steps += 1 + (match ? match.index + match[0].length - from : anchored ? 1 : text.length - from);
    return match;
  };
  undo.push(() => {
    RegExp.prototype.exec = exec;
  });
  const distance = (self: unknown, args: unknown[], result: unknown) => {
    const from = Number(args[1] ?? 0);
    return (result as number) < 0 ? String(self).length - from : Math.abs((result as number) - from);
  };
  watch(strings, 'indexOf', distance);
  watch(
    strings,
    'lastIndexOf',
    (self, args, result) => Number(args[1] ?? String(self).length) - (result as number),
  );
  watch(strings, 'includes', (self) => String(self).length);
  watch(strings, 'slice', (_, __, result) => (result as string).length);
  watch(strings, 'trim', (self) => String(self).length);
  watch(strings, 'split', (self) => String(self).length);
  for (const name of [
    'filter',
    'map',
    'some',
    'every',
    'find',
    'findIndex',
    'findLastIndex',
    'indexOf',
    'includes',
  ])
    watch(arrays, name, (self) => (self as unknown[]).length);
  watch(arrays, 'slice', (_, __, result) => (result as unknown[]).length);
  try {
    run();
  } finally {
    for (const back of undo) back();
  }
  return steps;
}
