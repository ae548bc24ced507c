// The import's state and deeds; the screen only shows them. Holds no row longer than the step that needs it.
import { useState } from 'react';
import type { OperationError, Output } from '#renderer/lib/client.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import type { LedgerField } from '#shared/contract/ledger-field.ts';
import type { ImportPlan, Ledger, RowDecision } from '#shared/contract/transfer.contract.ts';
import type { Decisions } from './decisions.ts';

const NO_DECISIONS: Decisions = new Map();

type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'columns'; readonly ledger: Ledger }
  | { readonly at: 'check'; readonly ledger: Ledger; readonly plan: ImportPlan }
  | { readonly at: 'done'; readonly result: Output<'transfer.applyImport'> };

export function useImport() {
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const [mapping, setMapping] = useState<readonly LedgerField[]>([]);
  const [decisions, setDecisions] = useState(NO_DECISIONS);
  const [failure, setFailure] = useState<OperationError | null>(null);
  const open = useRegisterCommand('transfer.openLedger');
  const plan = useRegisterCommand('transfer.planImport');
  const apply = useRegisterCommand('transfer.applyImport');

  const show = (ledger: Ledger | null) => {
    if (!ledger) return;
    setMapping(ledger.columns.map(({ field }) => field));
    setStage({ at: 'columns', ledger });
  };
  const choose = () => {
    if (open.isPending) return;
    setFailure(null);
    open.mutate({}, { onError: setFailure, onSuccess: show });
  };
  const check = (ledger: Ledger) => {
    setFailure(null);
    setDecisions(NO_DECISIONS);
    const request = { file: ledger.file, mapping: [...mapping] };
    plan.mutate(request, { onError: setFailure, onSuccess: (made) => setStage({ at: 'check', ledger, plan: made }) });
  };
  const enter = (ledger: Ledger, settled: () => void) => {
    setFailure(null);
    const decided = [...decisions].map(([row, decision]) => ({ row, decision }));
    const request = { file: ledger.file, mapping: [...mapping], decisions: decided };
    const onSuccess = (result: Output<'transfer.applyImport'>) => setStage({ at: 'done', result });
    apply.mutate(request, { onError: setFailure, onSuccess, onSettled: settled });
  };
  const map = (index: number, field: LedgerField) => setMapping((fields) => fields.with(index, field));
  const decide = (row: number, decision: RowDecision) => setDecisions((known) => new Map(known).set(row, decision));
  return {
    stage,
    mapping,
    decisions,
    failure,
    isPlanning: plan.isPending,
    isApplying: apply.isPending,
    choose,
    check,
    enter,
    map,
    decide,
    backToColumns: (ledger: Ledger) => setStage({ at: 'columns', ledger }),
    startOver: () => setStage({ at: 'choose' }),
  };
}
