// The lock and set-up screens in their frame, with the one promise that stands under both.
import type { ReactNode } from 'react';
import { WelcomeFrame } from '#renderer/ui/welcome-frame.tsx';

interface GateLayoutProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly version?: string;
  readonly size?: 'narrow' | 'wide';
}

export function GateLayout({ title, lead, children, version, size = 'narrow' }: GateLayoutProps) {
  return (
    <WelcomeFrame
      title={title}
      lead={lead}
      size={size}
      footer={
        <>
          台帳はこのパソコンの中だけに、暗号化してしまわれます。インターネットには何も送りません。
          {version && `（版 ${version}）`}
        </>
      }
    >
      {children}
    </WelcomeFrame>
  );
}
