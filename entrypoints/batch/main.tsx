import '@/components/ui/base.css';
import { render } from 'preact';
import { BatchView } from '@/components/batch/BatchView.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('batchTitle');
render(<BatchView />, document.getElementById('app')!);
