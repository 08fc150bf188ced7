import '@/components/ui/theme.css';
import '@/components/options/options.css';
import { render } from 'preact';
import { Options } from '@/components/options/Options.tsx';
import { setDocumentLanguage } from '@/components/ui/i18n.ts';

setDocumentLanguage('optionsTitle');
render(<Options />, document.getElementById('app')!);
