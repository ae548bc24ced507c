// @vitest-environment jsdom
// Composes on every input of the kit: the Enter that settles a conversion must never submit, choose or close anything.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { User } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { ComboField, type ComboValue } from '#renderer/ui/combo-field.tsx';
import { CommandPalette } from '#renderer/ui/command-palette.tsx';
import { isComposing, isPlainEnter } from '#renderer/ui/composition.ts';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { asCalendarDate } from '#shared/model/calendar-date.ts';

afterEach(cleanup);

const TODAY = asCalendarDate('2026-11-22');
const OPTIONS = [
  { code: 'a', label: '堀江ハイツ', shortcut: '1' },
  { code: 'b', label: 'コーポ北堀江', shortcut: '2' },
];

type Box = { readonly value: string; readonly onChange: (value: string) => void };

const INPUTS: Readonly<Record<string, (box: Box) => ReactElement>> = {
  TextField: (box) => <TextField label="欄" {...box} />,
  PasswordField: (box) => <PasswordField label="欄" {...box} />,
  SearchField: (box) => <SearchField label="欄" {...box} />,
  DateTextField: (box) => <DateTextField label="欄" {...box} today={TODAY} purpose="birth" />,
  TextArea: (box) => <TextArea label="欄" {...box} />,
};

function InForm({ input, onSubmit }: { readonly input: (box: Box) => ReactElement; readonly onSubmit: () => boolean }) {
  const [value, setValue] = useState('');
  return (
    <Form onSubmit={onSubmit} aria-label="書式">
      {input({ value, onChange: setValue })}
      <Button type="submit">保存する</Button>
    </Form>
  );
}

function ComboInForm({ onSubmit }: { readonly onSubmit: () => boolean }) {
  const [value, setValue] = useState<ComboValue>({ code: null, text: '' });
  return (
    <Form onSubmit={onSubmit} aria-label="書式">
      <ComboField label="欄" options={OPTIONS} value={value} onChange={setValue} allowsOwnText />
      <Button type="submit">保存する</Button>
    </Form>
  );
}

/** What a browser sends while たなか is being turned into 田中 and settled with Enter, and a submit that slips out with it. */
function settleConversionWithEnter(input: Element): void {
  fireEvent.compositionStart(input, { data: '' });
  fireEvent.compositionUpdate(input, { data: 'たなか' });
  fireEvent.keyDown(input, { key: 'Enter', keyCode: 229, isComposing: true });
  act(() => input.closest('form')?.requestSubmit());
  fireEvent.compositionEnd(input, { data: '田中' });
  act(() => input.closest('form')?.requestSubmit());
  fireEvent.keyUp(input, { key: 'Enter', keyCode: 13 });
}

function box(): HTMLElement {
  return screen.getByLabelText('欄');
}

describe('a conversion is open', () => {
  for (const [name, input] of Object.entries(INPUTS)) {
    it(`Enter in a ${name} settles the conversion and does not submit`, () => {
      const onSubmit = vi.fn(() => true);
      render(<InForm input={input} onSubmit={onSubmit} />);
      settleConversionWithEnter(box());
      expect(onSubmit).not.toHaveBeenCalled();
    });
  }

  it('Enter in a ComboField settles the conversion and neither submits nor chooses', () => {
    const onSubmit = vi.fn(() => true);
    render(<ComboInForm onSubmit={onSubmit} />);
    settleConversionWithEnter(screen.getByRole('combobox'));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('');
  });

  it('Ctrl+Enter does not submit either', () => {
    const onSubmit = vi.fn(() => true);
    render(<InForm input={(each) => <TextArea label="欄" {...each} />} onSubmit={onSubmit} />);
    fireEvent.compositionStart(box());
    fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true, keyCode: 229, isComposing: true });
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('Enter in a search box does not search', () => {
    const onSearch = vi.fn();
    render(<SearchField label="欄" value="たなか" onChange={() => {}} onSubmit={onSearch} />);
    settleConversionWithEnter(box());
    expect(onSearch).not.toHaveBeenCalled();
  });

  it('Esc in a search box does not empty it', () => {
    const onChange = vi.fn();
    render(<SearchField label="欄" value="たなか" onChange={onChange} />);
    fireEvent.keyDown(box(), { key: 'Escape', keyCode: 229, isComposing: true });
    expect(onChange).not.toHaveBeenCalled();
  });

  it('Esc within a dialog does not close it', () => {
    const onClose = vi.fn();
    render(
      <Dialog isOpen onClose={onClose} title="窓">
        <TextField label="欄" value="" onChange={() => {}} />
      </Dialog>,
    );
    fireEvent.keyDown(box(), { key: 'Escape', keyCode: 229, isComposing: true });
    expect(onClose).not.toHaveBeenCalled();
  });

  it('a single key does not choose', () => {
    const onChange = vi.fn();
    render(<ChoiceButtons label="方法" options={OPTIONS} value={null} onChange={onChange} />);
    fireEvent.keyDown(screen.getAllByRole('radio')[0] as Element, { key: '1', keyCode: 229, isComposing: true });
    expect(onChange).not.toHaveBeenCalled();
  });

  it('Enter in the command palette chooses nothing', async () => {
    const onChoose = vi.fn();
    const sections = [{ title: '人', items: [{ id: '1', label: '田中', icon: User, onChoose }] }];
    render(<CommandPalette isOpen onClose={() => {}} onSearch={() => sections} />);
    await screen.findByRole('option');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter', keyCode: 229, isComposing: true });
    expect(onChoose).not.toHaveBeenCalled();
  });
});

describe('no conversion is open (positive control: the same keys do act)', () => {
  for (const [name, input] of Object.entries(INPUTS)) {
    it(`${name === 'TextArea' ? 'Ctrl+Enter' : 'Enter'} in a ${name} submits once`, async () => {
      const onSubmit = vi.fn(() => true);
      render(<InForm input={input} onSubmit={onSubmit} />);
      settleConversionWithEnter(box());
      await userEvent.type(box(), name === 'TextArea' ? '{Control>}{Enter}{/Control}' : '{Enter}');
      expect(onSubmit).toHaveBeenCalledTimes(1);
    });
  }

  it('Enter in a ComboField submits once nothing is left to choose', async () => {
    const onSubmit = vi.fn(() => true);
    render(<ComboInForm onSubmit={onSubmit} />);
    await userEvent.type(screen.getByRole('combobox'), '自宅{Escape}{Enter}');
    await userEvent.type(screen.getByRole('combobox'), '{Enter}');
    expect(onSubmit).toHaveBeenCalled();
  });

  it('Enter in a search box searches', async () => {
    const onSearch = vi.fn();
    render(<SearchField label="欄" value="たなか" onChange={() => {}} onSubmit={onSearch} />);
    await userEvent.type(box(), '{Enter}');
    expect(onSearch).toHaveBeenCalledWith('たなか');
  });

  it('Esc empties a search box', async () => {
    const onChange = vi.fn();
    render(<SearchField label="欄" value="たなか" onChange={onChange} />);
    await userEvent.type(box(), '{Escape}');
    expect(onChange).toHaveBeenCalledWith('');
  });

  it('Esc closes a dialog', async () => {
    const onClose = vi.fn();
    render(
      <Dialog isOpen onClose={onClose} title="窓">
        <TextField label="欄" value="" onChange={() => {}} />
      </Dialog>,
    );
    await userEvent.type(box(), '{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('a single key chooses', () => {
    const onChange = vi.fn();
    render(<ChoiceButtons label="方法" options={OPTIONS} value={null} onChange={onChange} />);
    fireEvent.keyDown(screen.getAllByRole('radio')[0] as Element, { key: '2' });
    expect(onChange).toHaveBeenCalledWith('b');
  });

  it('Enter in the command palette chooses the first entry', async () => {
    const onChoose = vi.fn();
    const sections = [{ title: '人', items: [{ id: '1', label: '田中', icon: User, onChoose }] }];
    render(<CommandPalette isOpen onClose={() => {}} onSearch={() => sections} />);
    await screen.findByRole('option');
    await userEvent.type(screen.getByRole('combobox'), '{Enter}');
    expect(onChoose).toHaveBeenCalledTimes(1);
  });
});

describe('telling keys apart', () => {
  it('knows a key of the input method by its flag or by its code, in native and React events', () => {
    const plain = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 });
    const flagged = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true });
    const coded = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 });
    expect([plain, flagged, coded].map(isComposing)).toEqual([false, true, true]);
    expect([plain, flagged, coded].map((nativeEvent) => isComposing({ nativeEvent }))).toEqual([false, true, true]);
    expect([plain, flagged, coded].map(isPlainEnter)).toEqual([true, false, false]);
  });
});
