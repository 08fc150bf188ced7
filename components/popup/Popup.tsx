import './popup.css';
import { usePage } from '@/lib/app/popup/usePage.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { PageView } from './PageView.tsx';
import { SwitchedOff } from './SwitchedOff.tsx';
import { Unread } from './Unread.tsx';

/** The popup: the page's fields and tasks, and the button that saves the page. */
export function Popup() {
  const { state, retry, reload, switchHost } = usePage();
  if (state.kind === 'loading')
    return (
      <main class="popup" data-testid="state-loading" aria-busy="true">
        <Skeleton of="article" />
      </main>
    );
  if (state.kind === 'failed') return <Unread error={state.error} retry={retry} />;
  if (state.kind === 'off')
    return <SwitchedOff host={state.host} turnOn={() => switchHost(state.host, false)} />;
  return <PageView page={state.page} reload={reload} turnOff={(host) => switchHost(host, true)} />;
}
