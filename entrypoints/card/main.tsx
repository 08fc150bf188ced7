import '@/components/theme.css';
import '@/components/card/card.css';
import { render } from 'preact';
import { Card } from '@/components/card/Card.tsx';
import { setDocumentLanguage } from '@/components/i18n.ts';

setDocumentLanguage('page_card');
// The page that frames the card hands it a port of its own; what stands outside the frame hears nothing of it.
addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port) render(<Card port={port} />, document.getElementById('app')!);
  },
  { once: true },
);
