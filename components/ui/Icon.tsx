import './Icon.css';

/** Paths on a grid of 16 units, with strokes in the text's colour. */
const PATHS = {
  chevron: 'm6 3.5 4.5 4.5L6 12.5',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  mark: 'm5 8 5.5-5.5 3 3L8 11zM5 8l-1.5 3.5H7L8 11M2.5 14.5h11',
  copy: 'M5.5 5.5h7v8h-7zM10.5 5.5v-3h-7v8h2',
  edit: 'M2.5 4h11M2.5 8h4M2.5 12h4M12.5 7 9 10.5l-.5 2 2-.5L14 8.5z',
  remove: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  redo: 'M13 3v4H9M12.6 7A5 5 0 1 0 13 9',
  restore: 'M3 3v4h4M3.4 7A5 5 0 1 1 3 9',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  star: 'm8 2.2 1.8 3.7 4 .6-2.9 2.9.7 4.1L8 11.6l-3.6 1.9.7-4.1-2.9-2.9 4-.6z',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  columns: 'M2.5 3h11v10h-11zM6 3v10M10.5 3v10',
  external: 'M9.5 3H13v3.5M13 3 7.5 8.5M11 9.5V13H3V5h3.5',
} as const;

/** An icon beside words, or in a button with a label. Screen readers skip it. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
