import '@/components/ui/base.css';
import { render } from 'preact';
import { Workspace } from '@/components/collection/Workspace.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('panelTitle');
render(<Workspace />, document.getElementById('app')!);
