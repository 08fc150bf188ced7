/**
 * Figures from the program that scores how Pizhu reads the corpus, a set of stored pages. A higher figure is always
 * better, so numbers of errors are negative.
 */
export type Figures = Record<string, number>;

/** Flattens the scorer's summary into figures. `18/18 right, 0/5 invented` becomes 18 (right) and −0 (invented). */
export function figuresOf(summary: object): Figures {
  const figures: Figures = {};
  const add = (name: string, value: unknown): void => {
    if (typeof value === 'number') {
      figures[name] = /Invented$|below95$/.test(name) ? 0 - value : value;
    } else if (typeof value === 'string') {
      const field = /^(\d+)\/\d+ right, (\d+)\/\d+ invented$/.exec(value);
      if (field) {
        figures[`${name}.right`] = Number(field[1]);
        figures[`${name}.invented`] = 0 - Number(field[2]);
        return;
      }
      const share = /^(\d+)\/\d+$/.exec(value);
      if (!share) throw new Error(`${name} is no figure: ${value}`);
      figures[name] = /ShownWrong$/.test(name) ? 0 - Number(share[1]) : Number(share[1]);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, part] of Object.entries(value)) add(name ? `${name}.${key}` : key, part);
    }
  };
  add('', summary);
  // Leaves out the number of predicted tasks, because more predictions are not better by themselves.
  delete figures['tasks.predicted'];
  return figures;
}

/** Describes the figures that are lower than expected or missing. */
export const belowExpected = (expected: Figures, now: Figures): string[] =>
  Object.entries(expected)
    .filter(([name, least]) => !(now[name] !== undefined && now[name] >= least - 1e-9))
    .map(([name, least]) => `${name}: ${now[name] ?? 'gone'}, at least ${least} was expected`);
