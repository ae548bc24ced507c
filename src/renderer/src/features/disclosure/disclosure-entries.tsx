// The entries of one section, passage by passage, each free text with its 黒塗り button. What is blackened stays readable here only.
import { memo } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import type { DisclosureEntry, DisclosureLine, DisclosurePassage } from '#shared/contract/disclosure.contract.ts';
import { BLACKENING_REASONS, BLACKENING_WORDS, type BlackeningReason } from '#shared/model/blackening.ts';
import styles from './disclosure.module.css';

/** By passage. */
export type Choices = Readonly<Record<string, BlackeningReason>>;
type Change = (change: (before: Choices) => Choices) => void;

const REASONS = BLACKENING_REASONS.map((code) => ({ code, label: BLACKENING_WORDS[code] }));

/** Enough to tell one passage from another by ear. */
const BEGINNING = 20;

interface PassageProps {
  readonly passage: DisclosurePassage;
  readonly reason: BlackeningReason | undefined;
  readonly onChange: Change;
}

const Passage = memo(function Passage({ passage: { id, text }, reason, onChange }: PassageProps) {
  const beginning = text.trim().slice(0, BEGINNING);
  const choose = (chosen: BlackeningReason) => onChange((before) => ({ ...before, [id]: chosen }));
  const restore = () => onChange(({ [id]: _restored, ...rest }) => rest);
  if (reason === undefined) {
    return (
      <div className={styles['passage']}>
        <span className={styles['text']}>{text}</span>
        <Button size="small" onPress={() => choose('third_party')} aria-label={`黒塗り：${beginning}`}>
          黒塗り
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['chosen']}>
      <div className={styles['passage']}>
        <span className={styles['text']}>
          <mark className={styles['blackened']}>{text.trimEnd()}</mark>
        </span>
        <Button size="small" onPress={restore} aria-label={`元に戻す：${beginning}`}>
          元に戻す
        </Button>
      </div>
      <ChoiceButtons
        label={`黒塗りのわけ：${beginning}`}
        isLabelHidden
        options={REASONS}
        value={reason}
        onChange={(code) => choose(code as BlackeningReason)}
      />
    </div>
  );
});

interface LineProps {
  readonly line: DisclosureLine;
  readonly choices: Choices;
  readonly onChange: Change;
}

function Line({ line: { label, canBlacken, passages }, choices, onChange }: LineProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {canBlacken
          ? passages.map((passage) =>
              passage.text.trim() === '' ? null : (
                <Passage key={passage.id} passage={passage} reason={choices[passage.id]} onChange={onChange} />
              ),
            )
          : passages.map(({ text }) => text).join('')}
      </dd>
    </>
  );
}

interface EntriesProps {
  readonly title: string;
  readonly entries: readonly DisclosureEntry[];
  readonly choices: Choices;
  readonly onChange: Change;
}

export function DisclosureEntries({ title, entries, choices, onChange }: EntriesProps) {
  if (entries.length === 0) {
    return <p className={styles['quiet']}>記録はありません。</p>;
  }
  return (
    <ul className={styles['entries']} aria-label={title}>
      {entries.map(({ id, heading, lines }) => (
        <li key={id}>
          {heading !== '' && <p className={styles['heading']}>{heading}</p>}
          <dl className={styles['lines']}>
            {lines.map((line) => (
              <Line key={line.passages[0]?.id ?? line.label} line={line} choices={choices} onChange={onChange} />
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
