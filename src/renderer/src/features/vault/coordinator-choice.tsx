// Who is at the screen, when the register has several coordinators: big buttons for a few, a list for many.
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { SlotId } from '#shared/model/ids.ts';

const MOST_BUTTONS = 6;

interface CoordinatorChoiceProps {
  readonly coordinators: readonly { readonly slot: SlotId; readonly name: string }[];
  readonly value: SlotId | null;
  readonly onChange: (slot: SlotId) => void;
  readonly errorMessage: string | undefined;
}

export function CoordinatorChoice({ coordinators, value, onChange, errorMessage }: CoordinatorChoiceProps) {
  const options = coordinators.map(({ slot, name }) => ({ code: slot, label: name }));
  const choose = (code: string | null) => {
    const chosen = coordinators.find(({ slot }) => slot === code);
    if (chosen) {
      onChange(chosen.slot);
    }
  };
  const shared = { id: 'who', label: 'あなたのお名前', options, value, errorMessage };
  return coordinators.length > MOST_BUTTONS ? (
    <SelectField {...shared} onChange={choose} placeholder="お名前を選んでください" />
  ) : (
    <ChoiceButtons {...shared} onChange={choose} columns={2} />
  );
}
