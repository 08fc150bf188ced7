import { ChangeNotice } from '../record/change.ts';

/** Carries notices to the other contexts. */
export type Transport = {
  post(message: unknown): void;
  /** Returns what ends the listening. */
  listen(listener: (message: unknown) => void): () => void;
};

/** Between the extension's own contexts: background, popup, panel, options. Pages hear through the background. */
export function broadcast(name: string): Transport {
  let channel: BroadcastChannel | undefined;
  const opened = () => {
    channel ??= new BroadcastChannel(name);
    // Only where it is Node's: a test would never end.
    (channel as { unref?: () => void }).unref?.();
    return channel;
  };
  return {
    post: (message) => opened().postMessage(message),
    listen: (listener) => {
      const take = ({ data }: MessageEvent) => listener(data);
      opened().addEventListener('message', take);
      return () => opened().removeEventListener('message', take);
    },
  };
}

/** Tells all contexts what was changed, by kind and id, and hears it from them. */
export class ChangeFeed {
  private readonly listeners = new Set<(notice: ChangeNotice) => void>();
  private stop: (() => void) | null = null;

  constructor(private readonly transport: Transport) {}

  /** Calls for every change that is written, here or elsewhere. Returns what ends it. */
  listen(listener: (notice: ChangeNotice) => void): () => void {
    this.listeners.add(listener);
    this.stop ??= this.transport.listen((message) => {
      const notice = ChangeNotice.safeParse(message);
      if (notice.success) this.tellHere(notice.data);
    });
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.stop?.();
      this.stop = null;
    };
  }

  tell(notice: ChangeNotice): void {
    this.transport.post(notice);
    this.tellHere(notice);
  }

  private tellHere(notice: ChangeNotice): void {
    for (const listener of [...this.listeners])
      try {
        listener(notice);
      } catch (error) {
        // What was written stays written, and the others are to hear of it.
        console.warn('Pizhu: a listener failed', error);
      }
  }
}
