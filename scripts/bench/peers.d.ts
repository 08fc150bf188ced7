// These packages are installed only for a benchmark. The declarations let the project's type checks succeed without
// them.
declare module 'defuddle';
declare module '@extractus/article-extractor';
