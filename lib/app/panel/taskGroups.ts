import type { CorrectedList } from '../../tasks/corrections/corrections.ts';
import { TASK_FORMS } from '../../tasks/forms.ts';
import { t } from '../i18n.ts';
import { speakerWords } from './taskWords.ts';

/** The task lists of one speaker, or of the document. `key` differs between the groups of an article. */
export type SpeakerGroup = { key: string; heading: string; lists: CorrectedList[] };

/**
 * Groups lists by speaker, in the order of the text. Lists without a speaker form one group for tasks of the document
 * and one for tasks that a person added.
 */
export function groupsOf(lists: CorrectedList[]): SpeakerGroup[] {
  const groups = new Map<string, SpeakerGroup>();
  for (const list of lists) {
    const { speaker, form } = list;
    const { by } = TASK_FORMS[form];
    const heading = speaker ? speakerWords(speaker) : t(`tasksBy_${by}`);
    const key = speaker ? `${speaker.title} ${speaker.name}` : by;
    const group = groups.get(key) ?? { key, heading, lists: [] };
    group.lists.push(list);
    groups.set(key, group);
  }
  // If a document has a single list, the section of that list becomes the heading.
  return [...groups.values()].map((group) => {
    const [only] = group.lists;
    if (group.lists.length === 1 && only?.section && !only.speaker)
      return { ...group, heading: only.section, lists: [{ ...only, section: null }] };
    return group;
  });
}
