// Dialogs, one open at a time: `#overlays` and the buttons.
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Cluster } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextArea } from '../ui/text-area.tsx';

const REASONS = ['転出', '施設入所', '死亡', '本人の希望'].map((label) => ({ code: label, label }));

export function OverlaysSheet() {
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const close = () => setIsOpen(false);
  return (
    <>
      <PageHeader title="窓" />
      <Cluster>
        <Button onPress={() => setIsOpen(true)}>見守りを終える</Button>
      </Cluster>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title="見守りを終える"
        isDirty={note !== '' || reason !== null}
        footer={
          <>
            <Button variant="primary" onPress={close}>
              見守りを終える
            </Button>
            <Button onPress={close}>やめる</Button>
          </>
        }
      >
        <p>髙橋　ヨシ子さんの見守りを終えます。これまでの記録は残ります。</p>
        <SelectField label="終える理由" options={REASONS} value={reason} onChange={setReason} isRequired />
        <TextArea label="メモ" value={note} onChange={setNote} />
      </Dialog>
    </>
  );
}
