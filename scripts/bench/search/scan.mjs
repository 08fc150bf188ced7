// The baseline without an index: reads every text and searches it for the words.
let opening = null;

const resultOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export const build = async () => {};

export async function query(words) {
  opening ??= resultOf(indexedDB.open('pizhu'));
  const all = await resultOf((await opening).transaction('texts').objectStore('texts').getAll());
  return all.filter(({ text }) => text.includes(words)).map(({ articleId }) => articleId);
}
