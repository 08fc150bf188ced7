import '@/components/ui/base.css';
import { render } from 'preact';
import { Collection } from '@/components/collection/Collection.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('panelTitle');
render(<Collection />, document.getElementById('app')!);
