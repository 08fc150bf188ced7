import '@/components/ui/base.css';
import { render } from 'preact';
import { Card } from '@/components/marks/Card.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('page_card');
// The reader script in the page around the card sends the card a port. The page's own scripts cannot read what is sent
// through the port.
addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port) render(<Card port={port} />, document.getElementById('app')!);
  },
  { once: true },
);
