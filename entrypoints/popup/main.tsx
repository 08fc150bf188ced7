import '@/components/theme.css';
import '@/components/popup/popup.css';
import { render } from 'preact';
import { setDocumentLanguage } from '@/components/i18n.ts';
import { Popup } from '@/components/popup/Popup.tsx';

setDocumentLanguage('extensionName');
render(<Popup />, document.getElementById('app')!);
