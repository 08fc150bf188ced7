import '@/components/ui/base.css';
import { render } from 'preact';
import { Collection } from '@/components/collection/Collection.tsx';
import { firstRowsReady } from '@/components/collection/laterParts.tsx';
import { startList } from '@/lib/app/panel/listStart.ts';
import { startPage } from '@/lib/app/startPage.ts';

startList('panel');
startPage('panelTitle');
void firstRowsReady().then(() => render(<Collection />, document.getElementById('app')!));
