// The peers are installed only where a benchmark runs; the checks of the project must hold without them.
declare module 'defuddle';
declare module '@extractus/article-extractor';
