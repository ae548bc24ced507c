// A meeting packet on A4, as previewed and as printed.
import { Paper, PaperCopy, PaperFacts, PaperHead, PaperLines, PaperPart, PaperTable } from '../ui/paper.tsx';

const ROWS = Array.from({ length: 46 }, (_, index) => ({
  id: String(index),
  method: `項目 ${index + 1}`,
  total: 10 + index * 3,
  people: 10 + index,
}));

export function PaperSheet() {
  return (
    <main>
      <Paper handling="restricted" copyLabel="部番号 3 / 12　堀江 民生委員" isPreview>
        <PaperHead
          title="堀江地域 見守り連絡会 資料"
          side={
            <>
              令和8年12月3日（木）14:00
              <br />
              堀江地域会館 2階
            </>
          }
        />
        <PaperCopy number={3} of={12} holder="堀江 民生委員" rule="会議のあと回収します" />
        <PaperFacts
          facts={[
            { label: '議題', value: '1 前回の宿題　2 見守りの状況　3 名簿の異動' },
            { label: '出席', value: '見守り員、民生委員、町会' },
          ]}
        />
        <PaperPart>
          <h2>1 前回の宿題</h2>
          <PaperLines lines={4} />
        </PaperPart>
        <h2>2 見守りの状況</h2>
        <PaperTable
          caption="方法別の訪問（10月）"
          rows={ROWS}
          rowId={(row) => row.id}
          columns={[
            { id: 'method', header: '方法', cell: (row) => row.method },
            { id: 'total', header: '延べ（回）', cell: (row) => row.total, isNumber: true, width: 30 },
            { id: 'people', header: '実人数（人）', cell: (row) => row.people, isNumber: true, width: 30 },
          ]}
          totals={{ method: '計', total: 3565, people: 1495 }}
        />
        <PaperPart breaks="new-page">
          <h2>3 名簿の異動</h2>
          <p>新しく同意をいただいた方 6人、転出 1人、施設入所 2人。</p>
        </PaperPart>
      </Paper>
    </main>
  );
}
