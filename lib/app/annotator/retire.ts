/** An event of the document by which a new version of the extension has scripts of earlier ones give up their keys. */
export const RETIRE = 'pizhu:retire';
