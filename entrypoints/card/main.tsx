import '@/components/ui/base.css';
import { render } from 'preact';
import { Card } from '@/components/marks/Card.tsx';
import { startPage } from '@/lib/app/startPage.ts';

startPage('page_card');
// The page that frames the card hands it a port of its own; what stands outside the frame hears nothing of it.
addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port) render(<Card port={port} />, document.getElementById('app')!);
  },
  { once: true },
);
