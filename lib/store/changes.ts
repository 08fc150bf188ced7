import { ChangeNotice } from '../record/change.ts';

/** Carries notices between contexts. */
export type Transport = {
  post(message: unknown): void;
  /** Returns a function that ends the listening. */
  listen(listener: (message: unknown) => void): () => void;
};

/**
 * Broadcasts between the extension's own contexts: background, popup, panel, options. The background informs web
 * pages.
 */
export function broadcast(name: string): Transport {
  let channel: BroadcastChannel | undefined;
  const opened = () => {
    channel ??= new BroadcastChannel(name);
    // Only Node has `unref`; without it a test process would never end.
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

/** Notifies all contexts which rows have changed, by kind and id, and listens to their notices. */
export class ChangeFeed {
  private readonly listeners = new Set<(notice: ChangeNotice) => void>();
  private stop: (() => void) | null = null;

  constructor(private readonly transport: Transport) {}

  /**
   * Calls the listener for every change that is written, in this context or another. Returns a function that ends the
   * listening.
   */
  listen(listener: (notice: ChangeNotice) => void): () => void {
    this.listeners.add(listener);
    this.stop ??= this.transport.listen((message) => {
      const notice = ChangeNotice.safeParse(message);
      if (notice.success) this.announceHere(notice.data);
    });
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.stop?.();
      this.stop = null;
    };
  }

  announce(notice: ChangeNotice): void {
    this.transport.post(notice);
    this.announceHere(notice);
  }

  private announceHere(notice: ChangeNotice): void {
    for (const listener of [...this.listeners])
      try {
        listener(notice);
      } catch (error) {
        // A failing listener must not keep the other listeners from the notice.
        console.warn('Pizhu: a listener failed', error);
      }
  }
}
