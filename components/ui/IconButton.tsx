import { Icon } from './Icon.tsx';

type Props = {
  icon: Parameters<typeof Icon>[0]['name'];
  label: string;
  testId: string;
  disabled?: boolean;
  press: () => void;
};

/** A button that shows only an icon. Its label is its tooltip and its name for screen readers. */
export function IconButton({ icon, label, testId, disabled, press }: Props) {
  return (
    <button
      type="button"
      class="plain small"
      data-testid={testId}
      title={label}
      aria-label={label}
      disabled={disabled}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
}
