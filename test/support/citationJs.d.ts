/** Types for the parts of citation-js that the tests use, because the package has none. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: string);
    data: Record<string, unknown>[];
  }
}
