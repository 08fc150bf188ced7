import { execFileSync, spawn, spawnSync } from 'node:child_process';

/** Lists the missing programs among those that draw a window without a screen and press keys in it. */
export const missingForKeys = (): string[] =>
  ['Xvfb', 'xdotool'].filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);

/** Starts an X server without a screen, on a free display. */
export async function startXServer() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb has ended.')));
    server.stdio[3]!.once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  const xdotool = (...args: string[]) =>
    execFileSync('xdotool', args, {
      env: { ...process.env, DISPLAY: display },
      encoding: 'utf8',
      timeout: 5000,
    }).trim();
  return {
    display,
    /** Gives a window the keyboard focus, as a click on it would, and presses a key with its modifiers. */
    press(keys: string, windowClass: string) {
      // Sets the focus itself, because no window manager does it here. The last window found is the browser's own.
      const window = xdotool('search', '--onlyvisible', '--class', windowClass).split('\n').at(-1)!;
      xdotool('windowfocus', '--sync', window, 'key', '--clearmodifiers', keys);
    },
    close: () => server.kill(),
  };
}
