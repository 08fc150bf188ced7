/**
 * The name of a document event by which the scripts of a new version tell those of earlier versions to take their marks
 * and tools away.
 */
export const RETIRE = 'pizhu:retire';
