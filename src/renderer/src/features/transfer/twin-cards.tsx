// All rows that may be somebody who is there already, some at a time.
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Stack } from '#renderer/ui/card.tsx';
import type { PlanRow, RowDecision } from '#shared/contract/transfer.contract.ts';
import type { Decisions } from './decisions.ts';
import { TwinCard } from './twin-card.tsx';

type TwinCardsProps = {
  readonly rows: readonly PlanRow[];
  readonly decisions: Decisions;
  readonly onDecide: (row: number, decision: RowDecision) => void;
};

const CARDS_PER_PAGE = 10;

export function TwinCards({ rows, decisions, onDecide }: TwinCardsProps) {
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / CARDS_PER_PAGE));
  const shown = rows.slice(page * CARDS_PER_PAGE, (page + 1) * CARDS_PER_PAGE);
  if (rows.length === 0) return <p>同じ方かもしれない行は、ありません。</p>;
  return (
    <Stack>
      <p>
        「まとめる」は、空いている項目をうめ、両方に書かれていてちがうものは備考に残します。消えるものはありません。
      </p>
      {shown.map((row) => (
        <TwinCard key={row.row} row={row} decision={decisions.get(row.row) ?? row.decision} onDecide={onDecide} />
      ))}
      {pages > 1 && (
        <Cluster align="between">
          <Button onPress={() => setPage(page - 1)} isDisabled={page === 0}>
            前の{CARDS_PER_PAGE}件
          </Button>
          <p role="status">
            {rows.length}件中 {page * CARDS_PER_PAGE + 1}〜{page * CARDS_PER_PAGE + shown.length}件目
          </p>
          <Button onPress={() => setPage(page + 1)} isDisabled={page + 1 >= pages}>
            次の{CARDS_PER_PAGE}件
          </Button>
        </Cluster>
      )}
    </Stack>
  );
}
