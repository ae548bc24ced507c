// @vitest-environment jsdom
// The form: one submit at a time, the focus on what is wrong.
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorSummary, type FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

afterEach(cleanup);

function PersonForm({ save }: { readonly save: () => Promise<boolean> }) {
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  return (
    <Form
      aria-label="人"
      onSubmit={async () => {
        const isSaved = await save();
        if (!isSaved) setProblems([{ field: 'kana', message: 'フリガナを入れてください。' }]);
        return isSaved;
      }}
    >
      <ErrorSummary problems={problems} />
      <TextField id="kana" label="フリガナ" value="" onChange={() => {}} />
      <Button type="submit">保存する</Button>
    </Form>
  );
}

describe('Form', () => {
  it('does not submit twice while the first submit runs', async () => {
    let finish: (isSaved: boolean) => void = () => {};
    const save = vi.fn(() => new Promise<boolean>((resolve) => (finish = resolve)));
    render(<PersonForm save={save} />);
    const button = screen.getByRole('button', { name: '保存する' });
    await userEvent.click(button);
    await userEvent.click(button);
    expect(save).toHaveBeenCalledTimes(1);
    await act(async () => finish(true));
    await userEvent.click(button);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('puts the focus on the error summary when nothing was saved, and its lines lead to the fields', async () => {
    render(<PersonForm save={() => Promise.resolve(false)} />);
    await userEvent.click(screen.getByRole('button', { name: '保存する' }));
    const summary = await screen.findByRole('alert');
    await waitFor(() => expect(document.activeElement).toBe(summary));
    await userEvent.click(screen.getByRole('button', { name: 'フリガナを入れてください。' }));
    expect(document.activeElement).toBe(screen.getByLabelText('フリガナ'));
  });

  it('submits from anywhere with Ctrl+Enter', async () => {
    const save = vi.fn(() => Promise.resolve(true));
    render(<PersonForm save={save} />);
    screen.getByLabelText('フリガナ').focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(save).toHaveBeenCalledTimes(1);
  });
});
