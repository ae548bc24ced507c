// The look of the lock screen.
import { LockKeyholeOpen } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { WelcomeFrame } from '../ui/welcome-frame.tsx';

export function LockSheet() {
  const [passphrase, setPassphrase] = useState('');
  return (
    <WelcomeFrame title="堀江地域 見守り台帳" lead="合言葉を入れると台帳が開きます。">
      <Form aria-label="台帳を開く" onSubmit={() => false}>
        <PasswordField
          label="合言葉"
          value={passphrase}
          onChange={setPassphrase}
          errorMessage="合言葉がちがいます。もう一度入れてください。"
          autoFocus
        />
        <Button type="submit" variant="primary" size="large" icon={LockKeyholeOpen} isFullWidth>
          台帳を開く
        </Button>
      </Form>
    </WelcomeFrame>
  );
}
