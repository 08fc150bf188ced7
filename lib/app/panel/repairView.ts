import type { QuarantineRow } from '../../record/quarantine.ts';
import { deleteQuarantined, listQuarantine, rawJson, type Store } from '../../store/index.ts';
import { errorText, formatMoment, type MessageKey, t } from '../i18n.ts';
import type { Notify } from './notify.ts';

/** A record that the database could not read and has set aside, as the side panel shows it. */
export type RepairItem = {
  id: string;
  kind: string;
  /** Words of the record by which the person can recognise it. */
  words: string;
  reason: string;
  /** The technical reason, for a person who wants to repair the record. */
  message: string;
  when: string;
};

/** The length in UTF-16 units to which the words of a damaged record are cut. */
const LONGEST = 200;
/** How many levels of nested objects in a damaged record are searched for words. */
const DEEPEST = 7;
/** Fields with words by which a record can be recognised, the best first. */
const TELLING = ['title', 'exact', 'label', 'note', 'value', 'text', 'tag', 'url'];

/** Words by which a person can recognise a damaged record, whatever its form; empty where it has none. */
function readableWords(raw: unknown): string {
  const found = new Map<string, string>();
  // Searches level by level, because the title of an article lies at a higher level than the titles of the speakers in
  // its task lists.
  let level: unknown[] = [raw];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const entries = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.entries(value) : [],
    );
    for (const [name, inner] of entries)
      if (typeof inner === 'string' && inner.trim() && !found.has(name)) found.set(name, inner.trim());
    level = entries.map(([, inner]) => inner);
  }
  const name = TELLING.find((one) => found.has(one));
  return name ? found.get(name)!.slice(0, LONGEST) : '';
}

const itemOf = ({ id, table, raw, reason, message, at }: QuarantineRow): RepairItem => ({
  id,
  kind: t(`repair_${table}` as MessageKey),
  words: readableWords(raw) || t('repairUnnamed'),
  reason: t(`repair_${reason}`),
  message,
  when: formatMoment(at),
});

/** The damaged records that were set aside, the latest first. */
export const repairItems = async (db: Store, limit: number): Promise<RepairItem[]> =>
  (await listQuarantine(db, limit)).map(itemOf);

/** The actions on damaged records. `notify` shows success or failure. `save` downloads a file. */
export function repairActions(
  db: Store,
  notify: Notify,
  save: (parts: string[], type: string, name: string) => void,
) {
  const attempt = async (work: () => Promise<MessageKey>) => {
    try {
      notify(t(await work()));
    } catch (error) {
      notify(errorText(error));
    }
  };
  return {
    exportRaw: (id: string) =>
      attempt(async () => {
        const json = await rawJson(db, id);
        if (json === null) return 'repairGone';
        save([json], 'application/json', 'pizhu-raw.json');
        return 'repairExported';
      }),
    remove: (id: string) =>
      attempt(async () => {
        await deleteQuarantined(db, id);
        return 'repairGone';
      }),
  };
}
