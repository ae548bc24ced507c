// The passages in which others' records name somebody who is to be erased, each with a choice: replace, other words, or leave it.

import { useFormatDate } from '#renderer/lib/settings.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Mention } from '#shared/contract/retention.contract.ts';
import { ERASED_WORDS } from '#shared/model/retention.ts';
import styles from './retention.module.css';
import { SOURCE_WORDS } from './retention-words.ts';

type Way = 'replace' | 'other' | 'leave';

export interface MentionChoice {
  readonly way: Way;
  /** For `other`. */
  readonly words: string;
}

export type MentionChoices = Readonly<Record<string, MentionChoice>>;

/** A full name is replaced unless she says otherwise; a surname may be somebody else's and stays. */
export const choiceOf = (choices: MentionChoices, { id, isSurnameOnly }: Mention): MentionChoice =>
  choices[id] ?? { way: isSurnameOnly ? 'leave' : 'replace', words: '' };

/** What the erasure is told: the words to put there, or `null`. */
export function wordsOf(choice: MentionChoice): string | null {
  switch (choice.way) {
    case 'replace':
      return ERASED_WORDS;
    case 'other':
      return choice.words.trim() === '' ? ERASED_WORDS : choice.words;
    case 'leave':
      return null;
  }
}

const WAYS = [
  { code: 'replace', label: `${ERASED_WORDS}に置きかえる` },
  { code: 'other', label: 'ほかの言葉にする' },
  { code: 'leave', label: 'そのまま残す' },
];

function Passage({
  mention,
  choice,
  onChange,
}: {
  readonly mention: Mention;
  readonly choice: MentionChoice;
  readonly onChange: (choice: MentionChoice) => void;
}) {
  const formatDate = useFormatDate();
  const { source, inRecordOf, on, before, writing, after, times } = mention;
  const where = [
    inRecordOf === null ? '' : `${inRecordOf}さんの`,
    SOURCE_WORDS[source],
    on === null ? '' : `（${formatDate(on)}）`,
    times > 1 ? `　${times}か所` : '',
  ].join('');
  return (
    <li className={styles['passage']}>
      <span>{where}</span>
      <p className={styles['excerpt']}>
        {before}
        <mark>{writing}</mark>
        {after}
      </p>
      <ChoiceButtons
        label={`${where}の「${writing}」`}
        isLabelHidden
        options={WAYS}
        value={choice.way}
        onChange={(way) => onChange({ ...choice, way: way as Way })}
      />
      {choice.way === 'other' && (
        <TextField
          label="置きかえる言葉"
          value={choice.words}
          onChange={(words) => onChange({ ...choice, words })}
          maxLength={60}
          description="たとえば「近所の方」。空のままなら（廃棄済みの方）になります。"
        />
      )}
    </li>
  );
}

interface MentionPanelsProps {
  readonly mentions: readonly Mention[];
  readonly choices: MentionChoices;
  readonly onChange: (choices: MentionChoices) => void;
}

export function MentionPanels({ mentions, choices, onChange }: MentionPanelsProps) {
  const groups = [
    {
      title: 'ほかの記録に出てくるお名前',
      description: '廃棄する方のお名前が、ほかの方の記録や連絡会の議題に残っています。どうするかを選んでください。',
      of: mentions.filter(({ isSurnameOnly }) => !isSurnameOnly),
    },
    {
      title: '別の方かもしれない書き方',
      description:
        '名字だけ、または短い読みがなだけなので、別の方のことかもしれません。読んで、廃棄する方のことなら置きかえてください。',
      of: mentions.filter(({ isSurnameOnly }) => isSurnameOnly),
    },
  ].filter((group) => group.of.length > 0);
  return groups.map(({ title, description, of }) => (
    <Panel key={title} title={`${title}（${of.length}件）`} description={description}>
      <Stack>
        <ul className={styles['passages']} aria-label={title}>
          {of.map((mention) => (
            <Passage
              key={mention.id}
              mention={mention}
              choice={choiceOf(choices, mention)}
              onChange={(choice) => onChange({ ...choices, [mention.id]: choice })}
            />
          ))}
        </ul>
      </Stack>
    </Panel>
  ));
}
