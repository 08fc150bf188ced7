import { ChangeNotice } from '../record/changeNotice.ts';

/** Carries notices of changes between the contexts of the extension, such as background and panel. */
export type Transport = {
  post(message: unknown): void;
  /** Calls the listener for each message. Returns a function that stops this. */
  listen(listener: (message: unknown) => void): () => void;
};

/**
 * A transport between the extension's own contexts: background, popup, panel, options. Web pages do not receive it; the
 * background informs them.
 */
export function broadcast(name: string): Transport {
  let channel: BroadcastChannel | undefined;
  const opened = () => {
    channel ??= new BroadcastChannel(name);
    // Without `unref` (which only Node has), the open channel would keep a test process running for ever.
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

/** Tells all contexts which rows were changed, by kind and id, and passes such notices on to listeners. */
export class ChangeFeed {
  private readonly listeners = new Set<(notice: ChangeNotice) => void>();
  private stop: (() => void) | null = null;

  constructor(private readonly transport: Transport) {}

  /**
   * Calls the listener for every change that is written, in this context or another. Returns a function that stops
   * this.
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
        // One listener that throws must not keep the notice from the others.
        console.warn('Pizhu: a listener failed', error);
      }
  }
}
