// The gate: without a register the page makes one, with a locked one it asks for the passphrase, and only then shows the rest.
import { QueryClientProvider } from '@tanstack/react-query';
import { createHashHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Backup } from '#shared/contract/backups.contract.ts';
import { RestoreDialog } from './features/backups/restore-dialog.tsx';
import { RecoveryScreen } from './features/recovery/recovery-screen.tsx';
import { AutoLockWarning } from './features/vault/auto-lock-warning.tsx';
import { CreateScreen } from './features/vault/create-screen.tsx';
import { ReauthenticationDialog } from './features/vault/reauthentication-dialog.tsx';
import { RecoverScreen } from './features/vault/recover-screen.tsx';
import { RecoveryCodeSetup } from './features/vault/recovery-code-setup.tsx';
import { UnlockScreen } from './features/vault/unlock-screen.tsx';
import { useActivityReport } from './features/vault/use-activity-report.ts';
import type { Output } from './lib/client.ts';
import { CodesProvider } from './lib/codes.tsx';
import { NoSuchScreen, ScreenFailure } from './lib/screen-failure.tsx';
import { SettingsProvider } from './lib/settings.tsx';
import { createQueryClient, followRegister, useRegisterQuery } from './lib/use-register.ts';
import { routeTree } from './routes.tsx';
import { Loading } from './ui/loading.tsx';
import { toastStore } from './ui/toast-store.ts';
import { UiProvider } from './ui/ui-provider.tsx';

/** Made anew for every unlock, so that nobody sees the screen of who was there before. */
const createRegisterRouter = () =>
  createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: ScreenFailure,
    defaultNotFoundComponent: NoSuchScreen,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createRegisterRouter>;
  }
}

/** What stands beside every screen of an open register. */
function Opened({ children }: { readonly children: ReactNode }) {
  useActivityReport();
  // Messages name people and must not stay on the lock screen.
  useEffect(() => toastStore.clear, []);
  return (
    <>
      {children}
      <ReauthenticationDialog />
      <AutoLockWarning />
    </>
  );
}

function OpenRegister() {
  const [router] = useState(createRegisterRouter);
  return (
    <Opened>
      <SettingsProvider>
        <CodesProvider>
          <RouterProvider router={router} />
        </CodesProvider>
      </SettingsProvider>
    </Opened>
  );
}

interface ClosedRegisterProps {
  readonly status: Output<'vault.status'>;
  readonly onCreating: (passphrase: string) => void;
}

/** The screens before the register is open, and from them the ways back: to a backup, and by the recovery code. */
function ClosedRegister({ status, onCreating }: ClosedRegisterProps) {
  const { data: recovery } = useRegisterQuery('recovery.status', {});
  const [restoring, setRestoring] = useState<'no' | 'choosing' | 'done'>('no');
  const [first, setFirst] = useState<Backup | null>(null);
  const [isTryingAgain, setIsTryingAgain] = useState(false);
  const [recovering, setRecovering] = useState<{ readonly code: string } | null>(null);
  const restoreFrom = (backup: Backup | null) => {
    setFirst(backup);
    setRestoring('choosing');
  };
  const onRestore = () => restoreFrom(null);
  const endRestoring = (recoveryCode: string | null) => {
    setRestoring('done');
    setRecovering(recoveryCode === null ? null : { code: recoveryCode });
  };
  if (!recovery) {
    return null;
  }
  return (
    <>
      {recovery.condition !== 'fine' && !isTryingAgain ? (
        <RecoveryScreen status={recovery} onRestore={restoreFrom} onTryAgain={() => setIsTryingAgain(true)} />
      ) : status.state === 'missing' ? (
        <CreateScreen onRestore={onRestore} onCreating={onCreating} />
      ) : recovering ? (
        <RecoverScreen status={status} initialCode={recovering.code} onBack={() => setRecovering(null)} />
      ) : (
        // Made anew after a return to a backup: what was said of the old register is over.
        <UnlockScreen
          key={restoring === 'done' ? 'restored' : 'found'}
          status={status}
          onRestore={onRestore}
          onForgotten={() => setRecovering({ code: '' })}
          isRestored={restoring === 'done'}
          isSwapFinished={recovery.isSwapFinished}
          onRefused={() => setIsTryingAgain(false)}
        />
      )}
      {restoring === 'choosing' && (
        <RestoreDialog first={first} onClose={() => setRestoring('no')} onRestored={endRestoring} />
      )}
    </>
  );
}

/** Between a lock and the new page that main loads then: nothing of the register, and nothing to type into that would be gone at once. */
function Curtain() {
  return (
    <main>
      <Loading label="ロックしています" />
    </main>
  );
}

function Gate() {
  const { data: status } = useRegisterQuery('vault.status', {});
  /** The passphrase of a register that is being made, until its recovery code is made or put off. */
  const [settingUp, setSettingUp] = useState<string | null>(null);
  const [hasBeenOpen, setHasBeenOpen] = useState(false);
  if (status?.state === 'unlocked' && !hasBeenOpen) {
    setHasBeenOpen(true);
  }
  switch (status?.state) {
    case undefined:
      return null;
    case 'missing':
    case 'locked':
      return hasBeenOpen ? <Curtain /> : <ClosedRegister status={status} onCreating={setSettingUp} />;
    case 'unlocked':
      return settingUp === null ? (
        <OpenRegister />
      ) : (
        <Opened>
          <RecoveryCodeSetup passphrase={settingUp} onEnd={() => setSettingUp(null)} />
        </Opened>
      );
  }
}

export function App() {
  const [queryClient] = useState(createQueryClient);
  useEffect(() => followRegister(queryClient), [queryClient]);
  return (
    <QueryClientProvider client={queryClient}>
      <UiProvider>
        <Gate />
      </UiProvider>
    </QueryClientProvider>
  );
}
