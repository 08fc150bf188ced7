/** Declares only the class, because the package's main file also loads `isProbablyReaderable`, which is not used. */
declare module '@mozilla/readability/Readability.js' {
  export { Readability as default } from '@mozilla/readability';
}
