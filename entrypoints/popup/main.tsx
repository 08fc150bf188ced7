import '@/components/theme.css';
import '@/components/popup/popup.css';
import { render } from 'preact';
import { FailureBoundary } from '@/components/FailureBoundary.tsx';
import { setDocumentLanguage, t } from '@/components/i18n.ts';
import { Popup } from '@/components/popup/Popup.tsx';

setDocumentLanguage('extensionName');
render(
  <FailureBoundary title={t('errorTitle')}>
    <Popup />
  </FailureBoundary>,
  document.getElementById('app')!,
);
