/**
 * Declares only the class of Readability's own file. The package's main file would also load `isProbablyReaderable`,
 * which is not used.
 */
declare module '@mozilla/readability/Readability.js' {
  export { Readability as default } from '@mozilla/readability';
}
