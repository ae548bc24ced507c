// The packet of a 連絡会 as it is handed out: A4, numbered copies, each from page 1. The same for the preview and for the printer.
import { useMemo } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { PagedSheets, type SheetBlock } from '#renderer/ui/paged-sheets.tsx';
import { PaperFacts, PaperTable } from '#renderer/ui/paper.tsx';
import { type CalendarDate, weekdayOf } from '#shared/model/calendar-date.ts';
import './packet-sheets.css';

type Packet = Output<'meetings.packet'>;
type FormatDate = (date: CalendarDate | null) => string;

/** Longer lines are cut for setting, so that no block is higher than a page. */
const LONGEST_PIECE = 400;

/** The head of the first page is one block: a list of titles longer than this is left to the items themselves. */
const LONGEST_ORDER = 400;

/** An item of so many lines is not broken over two pages. */
const WHOLE_LINES = 6;

const piecesOf = (line: string) => line.match(new RegExp(`.{1,${LONGEST_PIECE}}`, 'gu')) ?? [''];

/** 「堀江地域」; the whole ward has no 地域 behind its name. */
const districtName = ({ districtLabel, meeting }: Packet) =>
  meeting.district === null ? districtLabel : `${districtLabel}地域`;

/** A line with gaps to be filled in by hand gets the height for it. */
function lineClass(line: string): string {
  const names = ['packet-line', line.startsWith('・') && 'packet-bullet', line.includes('　　　') && 'packet-blank'];
  return names.filter(Boolean).join(' ');
}

/** The lines of an item. A short item is kept whole; of a long one, two lines at least stand together at both ends. */
function lineBlocks(id: string, body: string): SheetBlock[] {
  const pieces = body.split('\n').flatMap((line) => piecesOf(line).map((text) => ({ text, name: lineClass(line) })));
  const last = pieces.length - 1;
  return pieces.map(({ text, name }, at) => ({
    id: `${id}-${at}`,
    staysWithNext: at < last && (pieces.length <= WHOLE_LINES || at === 0 || at === last - 1),
    content: <p className={name}>{text}</p>,
  }));
}

function agendaBlocks({ meeting }: Packet): SheetBlock[] {
  return meeting.agenda.flatMap(({ title, body }, index): SheetBlock[] => [
    {
      id: `item-${index}`,
      staysWithNext: true,
      content: (
        <h2 className="packet-item">
          <span className="packet-item-number">{index + 1}</span>
          {title}
        </h2>
      ),
    },
    ...lineBlocks(`item-${index}`, body),
  ]);
}

type Figure = Packet['figures'][number];

function FigureTable({ figure: { title, columns, rows } }: { readonly figure: Figure }) {
  return (
    <PaperTable
      caption={title}
      columns={[
        { id: 'label', header: '区分', cell: (row: Figure['rows'][number]) => row.label },
        ...columns.map((header, at) => ({
          id: header,
          header,
          cell: (row: Figure['rows'][number]) => row.values[at] ?? '',
          isNumber: true,
          width: 23,
        })),
      ]}
      rows={rows}
      rowId={({ label }) => label}
    />
  );
}

/** Two tables beside one another: they are narrow, and paper is short. */
function figureBlocks({ figures, period }: Packet, formatDate: FormatDate): SheetBlock[] {
  const pairs = Array.from({ length: Math.ceil(figures.length / 2) }, (_, index) =>
    figures.slice(index * 2, index * 2 + 2),
  );
  const notes = [...new Set(figures.map(({ note }) => note).filter((note) => note !== ''))];
  return [
    {
      id: 'figures',
      staysWithNext: true,
      content: (
        <div className="packet-figures">
          <h2>数字でみる見守り</h2>
          <p>
            {formatDate(period.from)}から{formatDate(period.to)}まで
          </p>
        </div>
      ),
    },
    ...pairs.map((pair, index) => ({
      id: `figure-${index}`,
      staysWithNext: index === pairs.length - 1,
      content: (
        <div className="packet-figure">
          {pair.map((figure) => (
            <FigureTable key={figure.title} figure={figure} />
          ))}
        </div>
      ),
    })),
    { id: 'notes', content: <p className="paper-note">{notes.join('')}</p> },
  ];
}

function Opening({
  packet,
  copy,
  formatDate,
}: {
  readonly packet: Packet;
  readonly copy: number;
  readonly formatDate: FormatDate;
}) {
  const { meeting, madeOn, registerName } = packet;
  const order = meeting.agenda.map(({ title }, index) => `${index + 1} ${title}`).join('　');
  return (
    <>
      <div className="paper-head">
        <h1>{districtName(packet)} 見守り連絡会　資料</h1>
        <div className="paper-head-side">
          {registerName}
          <br />
          作成：{formatDate(madeOn)}
        </div>
      </div>
      <div className="packet-copy">
        <strong>{copyName(packet, copy)}</strong>
        <span className="packet-holder">お渡し先：</span>
      </div>
      <p className="packet-rule">
        この資料は取扱注意です。会のあと、番号を確かめて回収します。写真・コピーはご遠慮ください。
      </p>
      <PaperFacts
        facts={[
          {
            label: '日時',
            value: `${formatDate(meeting.heldOn)}（${weekdayOf(meeting.heldOn)}）　${meeting.startsAt}〜${meeting.endsAt}`,
          },
          { label: '場所', value: meeting.place },
          ...(meeting.attendees === '' ? [] : [{ label: '出席（予定）', value: meeting.attendees }]),
          ...(order.length > LONGEST_ORDER ? [] : [{ label: '次第', value: order }]),
        ]}
      />
    </>
  );
}

/** 「第3号（全8部）」: the whole is what was made so far, these copies included. */
function copyName({ firstCopy, copies }: Packet, copy: number): string {
  return `第${copy}号（全${firstCopy + copies - 1}部）`;
}

type PacketSheetsProps = {
  readonly packet: Packet;
  /** Draws the first copy only. */
  readonly isPreview?: boolean;
  readonly onPlaced?: () => void;
};

export function PacketSheets({ packet, isPreview = false, onPlaced }: PacketSheetsProps) {
  const formatDate = useFormatDate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the date style comes with the settings, before any packet.
  const blocks = useMemo(() => [...agendaBlocks(packet), ...figureBlocks(packet, formatDate)], [packet]);
  const copies = Array.from({ length: isPreview ? 1 : packet.copies }, (_, index) => packet.firstCopy + index);
  return (
    <PagedSheets
      blocks={blocks}
      copies={copies}
      isPreview={isPreview}
      {...(onPlaced ? { onPlaced } : {})}
      head={() => (
        <>
          <span>
            {districtName(packet)} 見守り連絡会　{formatDate(packet.meeting.heldOn)}
          </span>
          <span>
            <span className="sheet-mark">取扱注意</span>
          </span>
        </>
      )}
      foot={(copy, { page, pages }) => (
        <>
          <span>{copyName(packet, copy)}</span>
          <span>
            {page} / {pages}
          </span>
          <span>会のあと回収します</span>
        </>
      )}
      opening={(copy) => <Opening packet={packet} copy={copy} formatDate={formatDate} />}
    />
  );
}
