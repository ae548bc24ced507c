// The settings with the vault's dialog for the passphrase.
import { useState } from 'react';
import { SettingsScreen } from '#renderer/features/settings/settings-screen.tsx';
import { ChangePassphraseDialog } from '#renderer/features/vault/change-passphrase-dialog.tsx';

export function SettingsPage() {
  const [isChanging, setIsChanging] = useState(false);
  return (
    <>
      <SettingsScreen onChangePassphrase={() => setIsChanging(true)} />
      <ChangePassphraseDialog isOpen={isChanging} onClose={() => setIsChanging(false)} />
    </>
  );
}
