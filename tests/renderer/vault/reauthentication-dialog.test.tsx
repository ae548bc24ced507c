// 本人の確認 on the screen: asked once for whatever main wants confirmed, and the call then goes on as if nobody had asked.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ReauthenticationDialog } from '#renderer/features/vault/reauthentication-dialog.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';

afterEach(clearScreen);

const FILTER = { personId: null, actor: null, kind: null, from: null, to: null };
const PASSPHRASE = 'kawa-hashi-sakura-7';

function Screen({ hasDialog }: { readonly hasDialog: boolean }) {
  const exporting = useRegisterCommand('audit.exportTrail');
  return (
    <>
      <Button onPress={() => exporting.mutate(FILTER as never)}>書き出す</Button>
      <p>{exporting.data ? `${exporting.data.rows}件` : ''}</p>
      <p>{exporting.error ? describeFailure(exporting.error.failure) : ''}</p>
      {hasDialog && <ReauthenticationDialog />}
    </>
  );
}

async function open({ hasDialog = true } = {}) {
  let isConfirmed = false;
  const shown = await showScreen(<Screen hasDialog={hasDialog} />, {
    'vault.reauthenticate': ({ passphrase }) => {
      if (passphrase !== PASSPHRASE) {
        throw new FakeRefusal('wrong_passphrase');
      }
      isConfirmed = true;
      return {};
    },
    'audit.exportTrail': () => {
      if (!isConfirmed) {
        throw new FakeRefusal('reauthentication_needed');
      }
      return { folder: 'x' as never, folderName: '書類', file: '操作の記録.csv', rows: 4 };
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '書き出す' }));
  return { shown, user };
}

describe('the question who is there', () => {
  it('says what is about to be done, and after the passphrase the same call is made again', async () => {
    const { shown, user } = await open();
    expect((await screen.findByRole('dialog', { name: '本人の確認' })).textContent).toContain('操作の記録を書き出す');
    await user.type(screen.getByLabelText('いまの合言葉'), `${PASSPHRASE}{Enter}`);
    await screen.findByText('4件');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(shown.inputsOf('vault.reauthenticate')).toEqual([
      { operation: 'audit.exportTrail', passphrase: PASSPHRASE },
    ]);
    expect(shown.inputsOf('audit.exportTrail')).toEqual([FILTER, FILTER]);
  });

  it('says that a passphrase is wrong, and asks on', async () => {
    const { shown, user } = await open();
    await user.type(await screen.findByLabelText('いまの合言葉'), 'chigau-aikotoba-9{Enter}');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('合言葉が違います'));
    expect(shown.inputsOf('audit.exportTrail')).toHaveLength(1);
    await user.clear(screen.getByLabelText('いまの合言葉'));
    await user.type(screen.getByLabelText('いまの合言葉'), `${PASSPHRASE}{Enter}`);
    await screen.findByText('4件');
  });

  it('can be closed: nothing is done, and the screen says so', async () => {
    const { shown, user } = await open();
    await user.click(await screen.findByRole('button', { name: 'やめる' }));
    await screen.findByText('取りやめました。何も変わっていません。');
    expect(shown.inputsOf('audit.exportTrail')).toHaveLength(1);
    expect(shown.inputsOf('vault.reauthenticate')).toEqual([]);
  });

  it('does not leave a call hanging where nobody can be asked', async () => {
    await open({ hasDialog: false });
    await screen.findByText('取りやめました。何も変わっていません。');
  });
});
