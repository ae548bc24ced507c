// The disclosure on paper: everything about one person, for that person. What is blackened is not in this document: main left it out.
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Paper, PaperFacts, PaperHead, PaperPart, PaperTable } from '#renderer/ui/paper.tsx';
import type {
  DisclosureEntry,
  DisclosureLine,
  DisclosureSection,
  DisclosureSheet,
} from '#shared/contract/disclosure.contract.ts';
import { BLACKENING_WORDS } from '#shared/model/blackening.ts';
import { usePaperState } from './use-paper-state.ts';
import './disclosure-paper.css';

/** A bar of one length, so that it does not tell how much stood there. */
function Text({ passages }: Pick<DisclosureLine, 'passages'>) {
  return (
    <span className="disclosure-text">
      {passages.map(({ id, text, reason }) =>
        reason === null ? (
          text
        ) : (
          <span key={id} className="disclosure-blackened">
            <span className="disclosure-bar" />（{BLACKENING_WORDS[reason]}）
          </span>
        ),
      )}
    </span>
  );
}

/** One entry: its lines are the rows. */
function Facts({ entry: { lines } }: { readonly entry: DisclosureEntry }) {
  return (
    <PaperTable
      columns={[
        { id: 'label', header: '項目', cell: ({ label }: DisclosureLine) => label, width: 44 },
        { id: 'text', header: '内容', cell: ({ passages }: DisclosureLine) => <Text passages={passages} /> },
      ]}
      rows={lines}
      rowId={({ label }) => label}
    />
  );
}

function Entries({ entries }: { readonly entries: readonly DisclosureEntry[] }) {
  return (
    <PaperTable
      columns={[
        { id: 'heading', header: '日付など', cell: ({ heading }: DisclosureEntry) => heading, width: 44 },
        {
          id: 'lines',
          header: '内容',
          cell: ({ lines }: DisclosureEntry) =>
            lines.map(({ label, passages }) => (
              <p key={passages[0]?.id ?? label} className="disclosure-line">
                <strong>{label}：</strong>
                <Text passages={passages} />
              </p>
            )),
        },
      ]}
      rows={entries}
      rowId={({ id }) => id}
    />
  );
}

function Section({ section: { id, title, entries } }: { readonly section: DisclosureSection }) {
  const [first] = entries;
  return (
    <section>
      <h2>{entries.length < 2 ? title : `${title}（${entries.length}件）`}</h2>
      {first === undefined && <p>記録はありません。</p>}
      {first !== undefined && (id === 'people' ? <Facts entry={first} /> : <Entries entries={entries} />)}
    </section>
  );
}

const countBlackened = ({ sections }: DisclosureSheet) =>
  sections
    .flatMap(({ entries }) => entries.flatMap(({ lines }) => lines.flatMap(({ passages }) => passages)))
    .filter(({ reason }) => reason !== null).length;

function Sheet({ sheet }: { readonly sheet: DisclosureSheet }) {
  const formatDate = useFormatDate();
  const { name, registerNumber, registerName, madeOn, sections } = sheet;
  const blackened = countBlackened(sheet);
  return (
    <Paper handling="restricted" copyLabel={`${name} 様　台帳番号 ${registerNumber}`}>
      <PaperHead title={`ご本人への開示　${name} 様`} side={registerName} />
      <PaperPart>
        <PaperFacts
          facts={[
            { label: '台帳番号', value: String(registerNumber) },
            { label: '書き出した日', value: formatDate(madeOn) },
            { label: '中身', value: 'この日に、見守り台帳にあった、この方についての記録のすべてです。' },
            {
              label: '黒塗り',
              value:
                blackened === 0
                  ? 'ありません。'
                  : `${blackened}か所。ほかの方の情報などのため、黒い帯のところはお見せできません。わけを帯の後に書いています。`,
            },
          ]}
        />
      </PaperPart>
      {sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
    </Paper>
  );
}

export function DisclosurePaper({ sheetId }: { readonly sheetId: string }) {
  const { data: sheet, isError } = useRegisterQuery('disclosure.paper', { sheetId });
  usePaperState(isError ? 'failed' : sheet ? 'ready' : 'setting');
  return sheet ? <Sheet sheet={sheet} /> : null;
}
