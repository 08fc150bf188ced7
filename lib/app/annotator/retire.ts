/**
 * The name of an event on the document. The scripts of a new version of the extension dispatch it, so that the scripts
 * of earlier versions remove their marks and tools.
 */
export const RETIRE = 'pizhu:retire';
