import '@/components/ui/base.css';
import { render } from 'preact';
import { firstRowsReady } from '@/components/collection/laterParts.tsx';
import { Workspace } from '@/components/collection/Workspace.tsx';
import { startList } from '@/lib/app/panel/listStart.ts';
import { startPage } from '@/lib/app/startPage.ts';

startList('tab');
startPage('panelTitle');
void firstRowsReady().then(() => render(<Workspace />, document.getElementById('app')!));
