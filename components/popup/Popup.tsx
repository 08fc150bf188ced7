import './popup.css';
import { usePage } from '@/lib/app/popup/usePage.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Together } from '../ui/Together.tsx';
import { PageView } from './PageView.tsx';
import { SwitchedOff } from './SwitchedOff.tsx';
import { Unread } from './Unread.tsx';

/** The popup: the page's fields and tasks, and the button that saves the page. */
export function Popup() {
  const { state, retry, reload, switchHost } = usePage();
  const loading = (
    <main class="popup" data-testid="state-loading" aria-busy="true">
      <Skeleton of="article" />
    </main>
  );
  if (state.kind === 'loading') return loading;
  if (state.kind === 'failed') return <Unread error={state.error} retry={retry} />;
  if (state.kind === 'off')
    return <SwitchedOff host={state.host} turnOn={() => switchHost(state.host, false)} />;
  return (
    <Together meanwhile={loading}>
      <PageView page={state.page} reload={reload} turnOff={(host) => switchHost(host, true)} />
    </Together>
  );
}
