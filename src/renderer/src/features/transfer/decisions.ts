// What the coordinator decided row by row, and what that comes to. Rows without a decision keep the plan's proposal.
import type { ImportPlan, RowDecision } from '#shared/contract/transfer.contract.ts';

export type Decisions = ReadonlyMap<number, RowDecision>;

/** What would be done with the decisions as they are. */
export function countDecided(plan: ImportPlan, decisions: Decisions): Record<RowDecision, number> {
  const counts: Record<RowDecision, number> = { add: 0, merge: 0, skip: 0 };
  for (const { row, verdict, decision } of plan.rows) {
    if (verdict === 'new' || verdict === 'duplicate') {
      counts[decisions.get(row) ?? decision] += 1;
    }
  }
  return counts;
}

/** What would be done, in one sentence. */
export function decidedWords({ add, merge }: Record<RowDecision, number>): string {
  if (add + merge === 0) return '入れるものはありません';
  const parts = [add > 0 && `${add}人を入れる`, merge > 0 && `${merge}件をまとめる`];
  return parts.filter(Boolean).join('・');
}
