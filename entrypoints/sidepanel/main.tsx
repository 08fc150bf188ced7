import '@/components/ui/base.css';
import { render } from 'preact';
import { Collection } from '@/components/collection/Collection.tsx';
import { firstRowsReady } from '@/components/collection/laterParts.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('panelTitle');
void firstRowsReady().then(() => render(<Collection />, document.getElementById('app')!));
