import { tagsOf } from '../../annotation/edit.ts';
import type { Annotation } from '../../annotation/schema.ts';
import { TASK_TAG } from '../../annotation/taskTag.ts';
import type { Task } from '../../tasks/schema.ts';

const folded = (words: string) => words.replace(/\s+/g, '');

/**
 * Finds the mark on the words of a task: a mark with the tag 任务 (task). If the mark was made on the present version of
 * the text, it must cover most of the task. Otherwise, it must quote exactly the words of the task. Null where there is
 * none.
 */
export function taskMarkOf(annotations: Annotation[], task: Task, sha256: string | null): Annotation | null {
  const isTheTask = ({ target: { captured, selector } }: Annotation) => {
    if (captured && captured.sha256 === sha256) {
      const common = Math.min(captured.end, task.end) - Math.max(captured.start, task.start);
      return common * 2 > Math.max(captured.end - captured.start, task.end - task.start);
    }
    return selector.some(
      (one) => one.type === 'TextQuoteSelector' && folded(one.exact) === folded(task.text),
    );
  };
  return annotations.find((one) => tagsOf(one).includes(TASK_TAG) && isTheTask(one)) ?? null;
}
