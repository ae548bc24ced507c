// The gate: the lock screen, a wrong passphrase, the right one, and the Today screen behind it.
import type { Stage } from '../stage.ts';

export async function openTheRegister({ page, passphrase, picture }: Stage): Promise<void> {
  const box = page.getByLabel('合言葉', { exact: true });
  await box.waitFor();
  await picture('lock-screen');
  await box.fill('chigau-aikotoba');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await picture('wrong-passphrase');
  await box.fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await picture('today');
}
