/**
 * The name of a document event by which the scripts of a new version tell those of earlier versions to stop listening
 * to keys.
 */
export const RETIRE = 'pizhu:retire';
