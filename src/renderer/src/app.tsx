// The gate: without a register the page makes one, with a locked one it asks for the passphrase, and only then shows the rest.
import { QueryClientProvider } from '@tanstack/react-query';
import { createHashHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Backup } from '#shared/contract/backups.contract.ts';
import { RestoreDialog } from './features/backups/restore-dialog.tsx';
import { RecoveryScreen } from './features/recovery/recovery-screen.tsx';
import { AutoLockWarning } from './features/vault/auto-lock-warning.tsx';
import { CreateScreen } from './features/vault/create-screen.tsx';
import { UnlockScreen } from './features/vault/unlock-screen.tsx';
import { useActivityReport } from './features/vault/use-activity-report.ts';
import type { Output } from './lib/client.ts';
import { CodesProvider } from './lib/codes.tsx';
import { NoSuchScreen, ScreenFailure } from './lib/screen-failure.tsx';
import { SettingsProvider } from './lib/settings.tsx';
import { createQueryClient, followRegister, useRegisterQuery } from './lib/use-register.ts';
import { routeTree } from './routes.tsx';
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

function OpenRegister() {
  const [router] = useState(createRegisterRouter);
  useActivityReport();
  // Messages name people and must not stay on the lock screen.
  useEffect(() => toastStore.clear, []);
  return (
    <SettingsProvider>
      <CodesProvider>
        <RouterProvider router={router} />
        <AutoLockWarning />
      </CodesProvider>
    </SettingsProvider>
  );
}

/** The screens before the register is open, and from all of them the way back to a backup. */
function ClosedRegister({ status }: { readonly status: Output<'vault.status'> }) {
  const { data: recovery } = useRegisterQuery('recovery.status', {});
  const [restoring, setRestoring] = useState<'no' | 'choosing' | 'done'>('no');
  const [first, setFirst] = useState<Backup | null>(null);
  const [isTryingAgain, setIsTryingAgain] = useState(false);
  const restoreFrom = (backup: Backup | null) => {
    setFirst(backup);
    setRestoring('choosing');
  };
  const onRestore = () => restoreFrom(null);
  if (!recovery) {
    return null;
  }
  return (
    <>
      {recovery.condition !== 'fine' && !isTryingAgain ? (
        <RecoveryScreen status={recovery} onRestore={restoreFrom} onTryAgain={() => setIsTryingAgain(true)} />
      ) : status.state === 'missing' ? (
        <CreateScreen onRestore={onRestore} />
      ) : (
        // Made anew after a return to a backup: what was said of the old register is over.
        <UnlockScreen
          key={restoring === 'done' ? 'restored' : 'found'}
          status={status}
          onRestore={onRestore}
          isRestored={restoring === 'done'}
          isSwapFinished={recovery.isSwapFinished}
          onRefused={() => setIsTryingAgain(false)}
        />
      )}
      {restoring === 'choosing' && (
        <RestoreDialog first={first} onClose={() => setRestoring('no')} onRestored={() => setRestoring('done')} />
      )}
    </>
  );
}

function Gate() {
  const { data: status } = useRegisterQuery('vault.status', {});
  switch (status?.state) {
    case undefined:
      return null;
    case 'missing':
    case 'locked':
      return <ClosedRegister status={status} />;
    case 'unlocked':
      return <OpenRegister />;
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
