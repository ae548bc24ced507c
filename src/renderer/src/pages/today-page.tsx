// The Today screen with the visit's dialog. Composes features; owns no record.
import { useState } from 'react';
import { CopyNudge } from '#renderer/features/backups/copy-nudge.tsx';
import { TodayScreen } from '#renderer/features/board/today-screen.tsx';
import { ClosingNudge } from '#renderer/features/closings/closing-nudge.tsx';
import { DueNudge } from '#renderer/features/retention/due-nudge.tsx';
import { RecoveryNudge } from '#renderer/features/vault/recovery-nudge.tsx';
import { VisitEntryDialog } from '#renderer/features/visits/visit-entry.tsx';
import { VisitQuickFind } from '#renderer/features/visits/visit-quick-find.tsx';
import type { PersonId } from '#shared/model/ids.ts';

type Opened = { readonly kind: 'find' } | { readonly kind: 'visit'; readonly id: PersonId; readonly name: string };

export function TodayPage() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  return (
    <>
      <TodayScreen
        reminder={
          <>
            <RecoveryNudge />
            <CopyNudge />
            <DueNudge />
            <ClosingNudge />
          </>
        }
        onRecordVisit={({ personId, name }) => setOpened({ kind: 'visit', id: personId, name })}
        onFindPerson={() => setOpened({ kind: 'find' })}
      />
      {opened?.kind === 'find' && <VisitQuickFind onClose={close} />}
      {opened?.kind === 'visit' && <VisitEntryDialog person={opened} onClose={close} />}
    </>
  );
}
