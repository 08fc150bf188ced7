import { Icon } from '../ui/Icon.tsx';

/** A button that restores a task as Pizhu found it. */
export function RestoreTask({ label, restore }: { label: string; restore: () => void }) {
  return (
    <button type="button" class="small" data-testid="task-restore" onClick={restore}>
      <Icon name="restore" />
      {label}
    </button>
  );
}
