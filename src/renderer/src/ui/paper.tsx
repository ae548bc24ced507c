// The building blocks of A4 papers. No meaning by colour alone: they are copied in black and white.
import { type ReactNode, useLayoutEffect } from 'react';
import './paper.css';

type PaperProps = {
  /** `restricted` carries 取扱注意 on every page. */
  readonly handling: 'restricted' | 'open';
  readonly orientation?: 'portrait' | 'landscape';
  /** Stands at the foot of every page, for example 「部番号 3 / 12　堀江 民生委員」. One copy per printed document. */
  readonly copyLabel?: string;
  /** Draws a sheet on screen; leave it away in the window that is printed. */
  readonly isPreview?: boolean;
  readonly children: ReactNode;
};

/** Page margins take their text from the root element only. */
function useCopyLabel(label: string): void {
  useLayoutEffect(() => {
    const root = document.documentElement.style;
    root.setProperty('--paper-copy', `"${label.replace(/["\\\n]/gu, ' ')}"`);
    return () => {
      root.removeProperty('--paper-copy');
    };
  }, [label]);
}

export function Paper({ handling, orientation = 'portrait', copyLabel = '', isPreview = false, children }: PaperProps) {
  useCopyLabel(copyLabel);
  const names = [
    'paper',
    handling === 'open' && 'paper-open',
    orientation === 'landscape' && 'paper-landscape',
    isPreview && 'paper-preview',
  ];
  return <article className={names.filter(Boolean).join(' ')}>{children}</article>;
}

type PaperHeadProps = {
  readonly title: string;
  /** Date, place, who issued it. */
  readonly side?: ReactNode;
};

export function PaperHead({ title, side }: PaperHeadProps) {
  return (
    <header className="paper-head">
      <h1>{title}</h1>
      {side && <div className="paper-head-side">{side}</div>}
    </header>
  );
}

type PaperCopyProps = {
  readonly number: number;
  readonly of?: number | undefined;
  readonly holder: string;
  /** 会議のあと回収します */
  readonly rule: string;
};

/** The box with copy number and holder, which the return ledger refers to. */
export function PaperCopy({ number, of: total, holder, rule }: PaperCopyProps) {
  return (
    <p className="paper-copy">
      <strong>
        部番号 {number}
        {total !== undefined && ` / ${total}`}
      </strong>
      <span>お渡し先：{holder}</span>
      <span>{rule}</span>
    </p>
  );
}

type PaperColumn<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** In mm. */
  readonly width?: number;
};

type PaperTableProps<Row> = {
  readonly caption?: string;
  readonly columns: readonly PaperColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Cells of a last row, by column id. */
  readonly totals?: Readonly<Record<string, ReactNode>>;
};

/** The first column names the row; the head repeats on every page. */
export function PaperTable<Row>({ caption, columns, rows, rowId, totals }: PaperTableProps<Row>) {
  return (
    <table>
      {caption && <caption>{caption}</caption>}
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={column.width ? { width: `${column.width}mm` } : {}} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" {...(column.isNumber ? { className: 'paper-number' } : {})}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            {columns.map((column, index) => {
              const Cell = index === 0 ? 'th' : 'td';
              return (
                <Cell
                  key={column.id}
                  {...(index === 0 ? { scope: 'row' } : {})}
                  {...(column.isNumber ? { className: 'paper-number' } : {})}
                >
                  {column.cell(row)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <td key={column.id} {...(column.isNumber ? { className: 'paper-number' } : {})}>
                {totals[column.id] ?? ''}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** Pairs of name and value, as at the head of minutes. */
export function PaperFacts({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className="paper-facts">
      {facts.flatMap((fact) => [
        <dt key={fact.label}>{fact.label}</dt>,
        <dd key={`${fact.label}-value`}>{fact.value}</dd>,
      ])}
    </dl>
  );
}

/** Ruled room for writing by hand. */
export function PaperLines({ lines = 4 }: { readonly lines?: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: lines }, (_, line) => `line ${line + 1}`).map((line) => (
        <div key={line} className="paper-line" />
      ))}
    </div>
  );
}

/** `new-page` starts on a fresh page; `whole` is not broken over two. */
export function PaperPart({
  children,
  breaks = 'whole',
}: {
  readonly children: ReactNode;
  readonly breaks?: 'whole' | 'new-page';
}) {
  return <section className={`paper-${breaks}`}>{children}</section>;
}
