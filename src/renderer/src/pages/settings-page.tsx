// The settings with the vault's dialog for the passphrase, and the backups with the way back to one.
import { useState } from 'react';
import { BackupsPanel } from '#renderer/features/backups/backups-panel.tsx';
import { RestoreDialog } from '#renderer/features/backups/restore-dialog.tsx';
import { LossPanel } from '#renderer/features/loss/loss-panel.tsx';
import { RetentionPanel } from '#renderer/features/retention/retention-panel.tsx';
import { SettingsScreen } from '#renderer/features/settings/settings-screen.tsx';
import { ChangePassphraseDialog } from '#renderer/features/vault/change-passphrase-dialog.tsx';
import { KeysPanel } from '#renderer/features/vault/keys-panel.tsx';

export function SettingsPage() {
  const [isChanging, setIsChanging] = useState(false);
  const [isRestoring, setIsRestoring] = useState(false);
  const endRestoring = () => setIsRestoring(false);
  return (
    <>
      <SettingsScreen
        onChangePassphrase={() => setIsChanging(true)}
        keys={<KeysPanel />}
        backups={
          <>
            <BackupsPanel onRestore={() => setIsRestoring(true)} />
            <LossPanel />
          </>
        }
        retention={<RetentionPanel />}
      />
      <ChangePassphraseDialog isOpen={isChanging} onClose={() => setIsChanging(false)} />
      {isRestoring && <RestoreDialog onClose={endRestoring} onRestored={endRestoring} />}
    </>
  );
}
