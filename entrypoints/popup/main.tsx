import '@/components/ui/theme.css';
import '@/components/popup/popup.css';
import { render } from 'preact';
import { Popup } from '@/components/popup/Popup.tsx';
import { FailureBoundary } from '@/components/ui/FailureBoundary.tsx';
import { setDocumentLanguage, t } from '@/components/ui/i18n.ts';

setDocumentLanguage('extensionName');
render(
  <FailureBoundary title={t('errorTitle')}>
    <Popup />
  </FailureBoundary>,
  document.getElementById('app')!,
);
