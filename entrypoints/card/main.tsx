import '@/components/ui/base.css';
import { render } from 'preact';
import { Card } from '@/components/marks/Card.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('page_card');
// The page around the card sends it a port. Scripts outside this frame cannot listen to the port.
addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port) render(<Card port={port} />, document.getElementById('app')!);
  },
  { once: true },
);
