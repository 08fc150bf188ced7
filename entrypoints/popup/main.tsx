import '@/components/ui/base.css';
import { render } from 'preact';
import { Popup } from '@/components/popup/Popup.tsx';
import { FailureBoundary } from '@/components/ui/FailureBoundary.tsx';
import { t } from '@/lib/app/i18n.ts';
import { startPage } from '@/lib/app/startPage.ts';

startPage('extensionName');
render(
  <FailureBoundary title={t('errorTitle')}>
    <Popup />
  </FailureBoundary>,
  document.getElementById('app')!,
);
