import '@/components/ui/base.css';
import { render } from 'preact';
import { Options } from '@/components/options/Options.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('optionsTitle');
render(<Options />, document.getElementById('app')!);
