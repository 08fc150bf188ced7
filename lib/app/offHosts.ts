import { readSettings } from '../record/settings.ts';
import { changeSettings, type Local, SETTINGS, settingsNow } from './settings.ts';

/** The host of a web page's address; null for any other address. */
export const hostOf = (url: string | null | undefined): string | null =>
  url && URL.canParse(url) && /^https?:/.test(url) ? new URL(url).hostname : null;

/** Whether the user has switched the extension off for the host of an address. */
export async function isOff(local: Local, url: string | null | undefined): Promise<boolean> {
  const host = hostOf(url);
  return host !== null && (await settingsNow(local)).offHosts.includes(host);
}

/** Switches the extension off for a host, or on again. */
export async function switchHost(local: Local, host: string, off: boolean): Promise<void> {
  const others = (await settingsNow(local)).offHosts.filter((one) => one !== host);
  await changeSettings(local, { offHosts: off ? [...others, host].sort() : others });
}

/** The part of `browser.storage.local` that reports changes. */
type Changing = {
  onChanged: {
    addListener(
      listener: (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => void,
    ): void;
  };
};

/** Calls back whenever the user has switched hosts off or on, in any page of the extension. */
export function onSwitched(
  local: Changing,
  switched: (hosts: { off: string[]; on: string[] }) => void,
): void {
  local.onChanged.addListener(({ [SETTINGS]: change }) => {
    if (!change) return;
    const [before, now] = [change.oldValue, change.newValue].map((stored) => readSettings(stored).offHosts);
    const off = now!.filter((host) => !before!.includes(host));
    const on = before!.filter((host) => !now!.includes(host));
    if (off.length || on.length) switched({ off, on });
  });
}
