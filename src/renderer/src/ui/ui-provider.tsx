// Wraps the whole app once: Japanese for the kit's own words, and the place where toasts appear.
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ToastRegion } from './toast.tsx';

export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <I18nProvider locale="ja-JP">
      {children}
      <ToastRegion />
    </I18nProvider>
  );
}
