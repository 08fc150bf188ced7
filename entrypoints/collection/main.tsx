import '@/components/ui/base.css';
import { render } from 'preact';
import { firstRowsReady } from '@/components/collection/laterParts.tsx';
import { Workspace } from '@/components/collection/Workspace.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('panelTitle');
void firstRowsReady().then(() => render(<Workspace />, document.getElementById('app')!));
