// The peers are installed only for a benchmark, so the project's checks must succeed without them.
declare module 'defuddle';
declare module '@extractus/article-extractor';
