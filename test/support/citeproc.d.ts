/** Types for the parts of citeproc that the tests use, because the package has none. */
declare module 'citeproc' {
  type System = { retrieveLocale(language: string): string; retrieveItem(id: string): unknown };
  export class Engine {
    constructor(system: System, style: string, language: string);
    setOutputFormat(format: string): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [unknown, string[]];
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
