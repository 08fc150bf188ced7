/** The class alone: the package's entry brings `isProbablyReaderable` along, which is never asked. */
declare module '@mozilla/readability/Readability.js' {
  export { Readability as default } from '@mozilla/readability';
}
