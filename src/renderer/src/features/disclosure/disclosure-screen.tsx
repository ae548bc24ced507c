// ご本人への開示: everything about one person to read through, what is to be blackened, and the two files. Writes nothing by itself.
import { useNavigate } from '@tanstack/react-router';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { HandoutDialog } from '#renderer/lib/handout-dialog.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { WrittenFolder } from '#renderer/lib/written-files.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import type { Blackening, DisclosureSheet } from '#shared/contract/disclosure.contract.ts';
import type { PersonId } from '#shared/model/ids.ts';
import styles from './disclosure.module.css';
import { type Choices, DisclosureEntries } from './disclosure-entries.tsx';

/** The choices whose passages are still there. */
function blackenedIn({ sections }: DisclosureSheet, choices: Choices): Blackening[] {
  const passages = sections.flatMap(({ entries }) =>
    entries.flatMap(({ lines }) => lines.flatMap((line) => (line.canBlacken ? line.passages : []))),
  );
  return passages.flatMap(({ id }) => {
    const reason = choices[id];
    return reason === undefined ? [] : [{ passageId: id, reason }];
  });
}

interface WritingProps {
  readonly sheet: DisclosureSheet;
  readonly blackened: readonly Blackening[];
}

/** How much is blackened, and the way out. */
function Writing({ sheet, blackened }: WritingProps) {
  const { personId, name, digest } = sheet;
  const writing = useRegisterCommand('disclosure.write');
  const progress = useTaskProgress('disclosure.write', writing.isPending);
  const [isAsking, setIsAsking] = useState(false);
  const amount = blackened.length === 0 ? '黒塗りはありません' : `黒塗り ${blackened.length}か所`;
  return (
    <div className={styles['foot']}>
      {writing.data && (
        <WrittenFolder {...writing.data}>お渡ししたら、フォルダのファイルは消してください。</WrittenFolder>
      )}
      <div className={styles['bar']}>
        <strong>{amount}</strong>
        <Button variant="primary" icon={FileDown} onPress={() => setIsAsking(true)}>
          書き出す（PDF・CSV）
        </Button>
      </div>
      {isAsking && (
        <HandoutDialog
          kind="disclosure"
          title={`${name}さんへの開示を書き出す`}
          amount={`2ファイル（PDF・CSV）・${name}さんの記録のすべて・${amount}`}
          submitLabel="書き出す"
          pendingText="書き出しています"
          usual={{ recipient: 'ご本人', purpose: 'ご本人からの開示の請求' }}
          progress={
            progress && (
              <Progress label="開示の書き出し" done={progress.done} total={progress.total} stepText={progress.step} />
            )
          }
          onSubmit={(handout) => writing.mutateAsync({ personId, digest, blackened: [...blackened], handout })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}

function Review({ sheet }: { readonly sheet: DisclosureSheet }) {
  const [choices, setChoices] = useState<Choices>({});
  return (
    <>
      <Notice title="お渡しする前に、全部を読んでください。">
        ご家族・ご近所・関係機関など、ほかの方のことが書かれた文は「黒塗り」を押します。黒塗りにした文は、PDFにもCSVにも入りません。台帳の記録は変わりません。
        お渡しするときは、ご本人であることを確かめてください。
      </Notice>
      {sheet.sections.map(({ id, title, entries }) => (
        <Panel key={id} title={entries.length < 2 ? title : `${title}（${entries.length}件）`}>
          <DisclosureEntries title={title} entries={entries} choices={choices} onChange={setChoices} />
        </Panel>
      ))}
      <Writing sheet={sheet} blackened={blackenedIn(sheet, choices)} />
    </>
  );
}

export function DisclosureScreen({ personId }: { readonly personId: PersonId }) {
  const navigate = useNavigate();
  const { data: sheet, error } = useRegisterQuery('disclosure.read', { personId });
  if (error) {
    return <Notice tone="error" title={describeFailure(error.failure)} />;
  }
  if (!sheet) {
    return <Loading />;
  }
  const back = {
    label: `${sheet.name}さん`,
    onPress: () => void navigate({ to: '/people/$personId', params: { personId } }),
  };
  return (
    <Stack>
      <PageHeader
        title="ご本人への開示"
        subtitle={`${sheet.name}さん（台帳番号 ${sheet.registerNumber}）について、この台帳にあるすべてです。`}
        back={back}
      />
      <Review sheet={sheet} />
    </Stack>
  );
}
