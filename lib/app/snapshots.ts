import type { SnapshotOutcome } from '../messages/schema.ts';
import { MOST_SNAPSHOT_BYTES } from '../record/snapshot.ts';

// Snapshots keep pages as they were when they were saved. The optional permission for them is also the setting. It is
// requested when the person switches snapshots on, and given back when the person switches them off.

const PERMISSION = { permissions: ['pageCapture'] as ['pageCapture'] };

type Asked = (what: typeof PERMISSION) => Promise<boolean>;

/** Whether this browser can keep snapshots. The manifest offers the permission only where it can: not in Firefox. */
export const canKeepSnapshots = (runtime: {
  getManifest(): { optional_permissions?: readonly string[] };
}): boolean => (runtime.getManifest().optional_permissions ?? []).includes('pageCapture');

/**
 * Whether the person has switched snapshots on. False where the browser does not know the permission: Firefox throws
 * then, and does not even return a promise.
 */
export async function keepsSnapshots(permissions: { contains: Asked }): Promise<boolean> {
  try {
    return await permissions.contains(PERMISSION);
  } catch {
    return false;
  }
}

/** Asks for the permission. The browser allows this only during a click. False where the person refuses. */
export const switchOnSnapshots = (permissions: { request: Asked }): Promise<boolean> =>
  permissions.request(PERMISSION);

/** Gives the permission back. The snapshots stay. */
export const switchOffSnapshots = (permissions: { remove: Asked }): Promise<boolean> =>
  permissions.remove(PERMISSION);

/** The outcome where no snapshot was wanted, or where nothing is known of it. */
export const NO_SNAPSHOT: SnapshotOutcome = { outcome: 'off', size: null };

const UNITS = [
  ['kilobyte', 2 ** 10],
  ['megabyte', 2 ** 20],
  ['gigabyte', 2 ** 30],
] as const;

/** A size in bytes as words: `3.2 MB`. `language`: BCP 47. */
export function sizeWords(bytes: number, language: string): string {
  const [unit, size] = UNITS.findLast(([, one]) => bytes >= one) ?? UNITS[0];
  const maximumFractionDigits = unit === 'kilobyte' ? 0 : 1;
  const how = { style: 'unit', unit, maximumFractionDigits } as const;
  return new Intl.NumberFormat(language || 'zh-CN', how).format(Math.max(bytes / size, 1));
}

type Outcome = SnapshotOutcome['outcome'];
type Failure = Exclude<Outcome, 'off' | 'kept'>;

/** Whether a snapshot was wanted and is not kept. */
export const isFailure = (outcome: Outcome): outcome is Failure => outcome !== 'off' && outcome !== 'kept';

/**
 * Says why a snapshot was not kept. Null where it was kept, or where none was wanted. `say` returns a message of the
 * interface.
 */
export function snapshotFailure(
  { outcome, size }: SnapshotOutcome,
  say: (key: `snapshot_${Failure}` | 'languageTag', ...values: string[]) => string,
): string | null {
  if (!isFailure(outcome)) return null;
  const language = say('languageTag');
  const values = [size ?? 0, MOST_SNAPSHOT_BYTES].map((bytes) => sizeWords(bytes, language));
  return say(`snapshot_${outcome}`, ...values);
}
