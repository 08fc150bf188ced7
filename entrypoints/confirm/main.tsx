import '@/components/ui/base.css';
import { render } from 'preact';
import { Confirm } from '@/components/confirm/Confirm.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('confirmTitle');
const id = new URLSearchParams(location.search).get('mark') ?? '';
render(<Confirm id={id} />, document.getElementById('app')!);
