import '@/components/theme.css';
import '@/components/options/options.css';
import { render } from 'preact';
import { setDocumentLanguage } from '@/components/i18n.ts';
import { Options } from '@/components/options/Options.tsx';

setDocumentLanguage('optionsTitle');
render(<Options />, document.getElementById('app')!);
