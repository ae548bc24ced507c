// Step 3: what the import would do, counted and by name; whatever is not plain is asked. Nothing is written here.
import { useCallback, useMemo, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { FormActions } from '#renderer/ui/form-actions.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import type { ImportPlan, PlanRow, RowDecision, RowVerdict } from '#shared/contract/transfer.contract.ts';
import { countDecided, type Decisions, decidedWords } from './decisions.ts';
import { PlanOverview } from './plan-overview.tsx';
import { IssueTable, issueLines, PeopleTable } from './plan-tables.tsx';
import { VERDICT_WORDS } from './plan-words.ts';
import { TwinCards } from './twin-cards.tsx';

type CheckStepProps = {
  readonly plan: ImportPlan;
  readonly decisions: Decisions;
  readonly onDecide: (row: number, decision: RowDecision) => void;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
};

const isEntering = ({ verdict }: PlanRow) => verdict === 'new' || verdict === 'duplicate';

/** The rows of a plan as its lists show them. */
function useLists({ rows }: ImportPlan) {
  return useMemo(() => {
    const byVerdict = Map.groupBy(rows, ({ verdict }) => verdict);
    const entering = rows.filter(isEntering);
    return {
      of: (verdict: RowVerdict) => byVerdict.get(verdict) ?? [],
      doubts: issueLines(entering, ({ kind }) => kind === 'doubtful' || kind === 'kept_as_note'),
      changes: issueLines(entering, ({ kind }) => kind === 'changed'),
    };
  }, [rows]);
}

export function CheckStep({ plan, decisions, onDecide, onConfirm, onBack }: CheckStepProps) {
  const { of, doubts, changes } = useLists(plan);
  const [tab, setTab] = useState('all');
  const decisionOf = useCallback((row: PlanRow) => decisions.get(row.row) ?? row.decision, [decisions]);
  const decided = countDecided(plan, decisions);
  const lists = [
    {
      id: 'duplicate',
      label: VERDICT_WORDS.duplicate,
      count: of('duplicate').length,
      content: <TwinCards rows={of('duplicate')} decisions={decisions} onDecide={onDecide} />,
    },
    {
      id: 'doubts',
      label: '見てほしい所',
      count: doubts.length,
      content: <IssueTable label="見てほしい所" lines={doubts} />,
    },
    {
      id: 'new',
      label: VERDICT_WORDS.new,
      count: of('new').length,
      content: <PeopleTable label="新しい方" rows={of('new')} decisionOf={decisionOf} onDecide={onDecide} />,
    },
    {
      id: 'unchanged',
      label: VERDICT_WORDS.unchanged,
      count: of('unchanged').length,
      content: <PeopleTable label="すでに台帳にある方" rows={of('unchanged')} />,
    },
    {
      id: 'refused',
      label: VERDICT_WORDS.refused,
      count: of('refused').length,
      content: <PeopleTable label="入れられない行" placeHeader="行の中身" rows={of('refused')} />,
    },
    {
      id: 'not_a_person',
      label: VERDICT_WORDS.not_a_person,
      count: of('not_a_person').length,
      content: <PeopleTable label="人の行ではない行" placeHeader="行の中身" rows={of('not_a_person')} />,
    },
    {
      id: 'changes',
      label: '書き方をそろえた所',
      count: changes.length,
      content: <IssueTable label="書き方をそろえた所" lines={changes} />,
    },
  ];
  const overview = { id: 'all', label: '全体', content: <PlanOverview plan={plan} onShow={setTab} /> };
  return (
    <Stack>
      <Tabs
        label="名簿の中身"
        tabs={[overview, ...lists.filter(({ count }) => count > 0)]}
        selected={tab}
        onSelect={setTab}
      />
      <FormActions status={decidedWords(decided)}>
        <Button variant="primary" onPress={onConfirm} isDisabled={decided.add + decided.merge === 0}>
          次へ（取り込む）
        </Button>
        <Button onPress={onBack}>列の読み方に戻る</Button>
      </FormActions>
    </Stack>
  );
}
