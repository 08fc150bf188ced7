import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useFirstRead } from '@/lib/app/firstReads.ts';
import { afterFirstView } from '@/lib/app/firstView.ts';

/**
 * Makes a component whose code is loaded separately from that of its page, so that the page shows sooner. The code is
 * loaded after the page has shown its first view. A component that is rendered before that loads it at once, except
 * with `isPatient`. Until the code is there, `Meanwhile` is rendered. The function `load` of the component loads it
 * in advance. A failure to load is thrown during rendering.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { Meanwhile, isPatient = false }: { Meanwhile?: ComponentType<P>; isPatient?: boolean } = {},
) {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const start = (): Promise<void> => {
    loading ??= load().then(
      (component) => {
        Loaded = component;
      },
      (error) => {
        // Forgets a failure, so that the next use tries again.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  afterFirstView(() => void start().catch(() => {}));

  function Later(props: P) {
    const [failure, setFailure] = useState<{ error: unknown } | null>(null);
    const [isLoaded, setLoaded] = useState(Loaded !== undefined);
    useFirstRead(isLoaded || isPatient);
    useLayoutEffect(() => {
      if (Loaded) return;
      let gone = false;
      const showWhenLoaded = () =>
        void start().then(
          () => !gone && setLoaded(true),
          (error) => !gone && setFailure({ error }),
        );
      if (isPatient) afterFirstView(showWhenLoaded);
      else showWhenLoaded();
      return () => {
        gone = true;
      };
    }, []);
    if (failure) throw failure.error;
    if (Loaded) return <Loaded {...props} />;
    return Meanwhile ? <Meanwhile {...props} /> : null;
  }
  Later.load = start;
  return Later;
}
