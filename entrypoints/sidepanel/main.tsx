import '@/components/ui/theme.css';
import '@/components/collection/collection.css';
import { render } from 'preact';
import { Collection } from '@/components/collection/Collection.tsx';
import { setDocumentLanguage } from '@/components/ui/i18n.ts';

setDocumentLanguage('panelTitle');
render(<Collection />, document.getElementById('app')!);
