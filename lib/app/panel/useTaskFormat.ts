import { useState } from 'preact/hooks';
import { formatOf, TASK_LIST_FORMATS, type TaskListFormat } from '../../exchange/formats.ts';

const KEY = 'taskFormat';

export type TaskFormatChoice = {
  all: TaskListFormat[];
  chosen: TaskListFormat;
  choose: (id: string) => void;
};

/** The format in which task lists are copied. The choice is remembered in this browser. */
export function useTaskFormat(): TaskFormatChoice {
  const [id, setId] = useState(() => localStorage.getItem(KEY));
  return {
    all: TASK_LIST_FORMATS,
    chosen: formatOf(TASK_LIST_FORMATS, id, 'text'),
    choose: (next) => {
      localStorage.setItem(KEY, next);
      setId(next);
    },
  };
}
