// Answers the question that comes before everything that leaves the house.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

export const RECIPIENT = '見本区社会福祉協議会';
export const PURPOSE = '毎月の報告';

/** Fills in who receives it and what for, and presses the button of the deed. */
export async function sayWhoReceivesIt(deed: string): Promise<void> {
  const dialog = within(await screen.findByRole('dialog'));
  for (const [label, text] of [
    [/^渡す先/u, RECIPIENT],
    [/^目的/u, PURPOSE],
  ] as const) {
    const box = dialog.getByRole('textbox', { name: label });
    await userEvent.clear(box);
    await userEvent.type(box, text);
  }
  await userEvent.click(dialog.getByRole('button', { name: deed }));
}
